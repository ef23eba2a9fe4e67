package vn.chieng.api.incidents.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.query.Moments;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.query.Spans;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param state {@code open} (also when absent), {@code all}, or states separated by commas
 * @param severity severities separated by commas
 * @param q what was typed into the search box: {@code docs/formats/query.md}
 * @param since an instant (ISO 8601), or a span such as {@code 24h} or {@code 7d}
 * @param from beginning of an absolute range, in Vietnam's time where it names no zone
 * @param to end of that range, included
 * @param sort {@code last-seen} or {@code severity}
 * @param group what to count by: {@code rule}, {@code system}, {@code organization}, {@code ip}
 * @param columns columns separated by commas
 * @param view the saved view that this came from
 * @param kiosk {@code 1} on a wall
 */
public record ListParameters(
        @Nullable String state,
        @Nullable String severity,
        @Nullable String organization,
        @Nullable String q,
        @Nullable String since,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String group,
        @Nullable String columns,
        @Nullable String view,
        @Nullable String kiosk,
        @Nullable Integer limit,
        @Nullable String after) {
    private static final String PATH = "/incidents";
    private static final int USUAL_LIMIT = 50;
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(Moments.VIETNAM);
    static final List<String> STATES = Stream.of(
                    List.of("open"),
                    Stream.of(IncidentState.values()).map(IncidentState::code).toList(),
                    List.of("all"))
            .flatMap(List::stream)
            .toList();
    static final List<String> SORTS = List.of("last-seen", "severity");

    /** Those of a saved view or a test. */
    static ListParameters of(Map<String, String> values) {
        return new ListParameters(
                values.get("state"),
                values.get("severity"),
                values.get("organization"),
                values.get("q"),
                values.get("since"),
                values.get("from"),
                values.get("to"),
                values.get("sort"),
                values.get("group"),
                values.get("columns"),
                values.get("view"),
                values.get("kiosk"),
                null,
                values.get("after"));
    }

    /** What was typed into the search box, read. */
    ParsedQuery parsed(Clock clock) {
        return QueryParser.parse(q == null ? "" : q, IncidentFields.ALL, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    public IncidentQuery query(Clock clock, Function<String, Set<String>> subtree, long me) {
        if (!(parsed(clock) instanceof ParsedQuery.Understood understood)) {
            throw new IllegalArgumentException("q");
        }
        Instant now = clock.instant();
        Instant absolute = moment(from, "from", now).map(Moments.Span::from).orElse(null);
        return new IncidentQuery(
                states(),
                AddressParameters.choices("severity", severity, Severity.class),
                organizations(subtree),
                understood.query(),
                absolute == null ? since(now) : absolute,
                moment(to, "to", now).map(Moments.Span::before).orElse(null),
                me,
                order(),
                limit == null ? USUAL_LIMIT : limit,
                Optional.ofNullable(AddressParameters.given(after))
                        .map(Cursor::decoded)
                        .orElse(null));
    }

    private IncidentQuery.Sort order() {
        return switch (Objects.requireNonNullElse(AddressParameters.given(sort), "last-seen")) {
            case "last-seen" -> IncidentQuery.Sort.LAST_SEEN;
            case "severity" -> IncidentQuery.Sort.SEVERITY;
            default -> throw new IllegalArgumentException("sort");
        };
    }

    /** The organisation with all below it; one that nobody registered stands for itself. */
    private @Nullable Set<String> organizations(Function<String, Set<String>> subtree) {
        if (organization == null || organization.isBlank()) {
            return null;
        }
        Set<String> ids = subtree.apply(organization);
        return ids.isEmpty() ? Set.of(organization) : ids;
    }

    private Set<IncidentState> states() {
        String wanted = Objects.requireNonNullElse(AddressParameters.given(state), "open");
        return switch (wanted) {
            case "all" -> Set.of();
            case "open" -> IncidentState.OPEN;
            default -> AddressParameters.choices("state", wanted, IncidentState.class);
        };
    }

    private static Optional<Moments.Span> moment(@Nullable String typed, String name, Instant now) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Moments.read(typed, now).orElseThrow(() -> new IllegalArgumentException(name)));
    }

    /** The columns to show, in their order. */
    public Set<QueueColumn> chosenColumns() {
        return QueueColumn.chosen(columns);
    }

    /** What to count by; null for a list of incidents. */
    @Nullable
    QueueGrouping grouping() {
        return AddressParameters.given(group) == null || "none".equals(group)
                ? null
                : QueueGrouping.of(String.valueOf(group));
    }

    /** Whether it hangs on a wall: nobody works there. */
    boolean onWall() {
        return "1".equals(kiosk);
    }

    /** Whether nothing at all was asked for. */
    boolean isBare() {
        return values().isEmpty() && AddressParameters.given(after) == null && limit == null;
    }

    private @Nullable Instant since(Instant now) {
        String typed = AddressParameters.given(since);
        if (typed == null) {
            return null;
        }
        try {
            return Spans.read(typed).map(now::minus).orElseGet(() -> Instant.parse(typed));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("since", e);
        }
    }

    /** The address of this list at another place. */
    String page(String cursor) {
        return asked().with("after", cursor).at(PATH);
    }

    /** The address of exactly this list: a span that ends now becomes the time it means. */
    String link(Instant now) {
        String typed = AddressParameters.given(since);
        return Optional.ofNullable(typed)
                .flatMap(Spans::read)
                .map(span -> asked().without("since", "view")
                        .with("from", FIELD.format(now.minus(span)))
                        .with("to", FIELD.format(now))
                        .at(PATH))
                .orElseGet(() -> asked().without("view").at(PATH));
    }

    /** The address of this list without some parameters, from its beginning. */
    public String address(String... without) {
        return asked().without(without).at(PATH);
    }

    /** The address of this list with one parameter changed. */
    String with(String name, String value) {
        return asked().without("view").with(name, value).at(PATH);
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("state", state)
                .and("severity", severity)
                .and("organization", organization)
                .and("q", q)
                .and("since", since)
                .and("from", from)
                .and("to", to)
                .and("sort", sort)
                .and("group", group)
                .and("columns", columns)
                .and("view", view)
                .and("kiosk", kiosk);
    }

    /** What was asked for, by name. */
    public Map<String, String> values() {
        return asked().values();
    }
}
