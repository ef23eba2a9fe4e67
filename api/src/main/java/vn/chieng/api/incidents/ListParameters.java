package vn.chieng.api.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.query.Moments;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryParser;

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
record ListParameters(
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
    private static final int USUAL_LIMIT = 50;
    static final List<String> STATES = Stream.of(
                    List.of("open"),
                    Stream.of(IncidentState.values()).map(IncidentState::code).toList(),
                    List.of("all"))
            .flatMap(List::stream)
            .toList();
    static final List<String> SPANS = List.of("15m", "1h", "4h", "24h", "7d", "30d");
    static final List<String> SORTS = List.of("last-seen", "severity");
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

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
    IncidentQuery query(Clock clock, Function<String, Set<String>> subtree, long me) {
        if (!(parsed(clock) instanceof ParsedQuery.Understood understood)) {
            throw new IllegalArgumentException("q");
        }
        Instant now = clock.instant();
        Instant absolute = moment(from, "from", now).map(Moments.Span::from).orElse(null);
        return new IncidentQuery(
                states(),
                blank(severity) ? Set.of() : parsed(String.valueOf(severity), "severity", Severity.class),
                organizations(subtree),
                understood.query(),
                absolute == null ? since(now) : absolute,
                moment(to, "to", now).map(Moments.Span::before).orElse(null),
                me,
                order(),
                limit == null ? USUAL_LIMIT : limit,
                blank(after) ? null : Cursor.decoded(String.valueOf(after)));
    }

    private IncidentQuery.Sort order() {
        return switch (blank(sort) ? "last-seen" : String.valueOf(sort)) {
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
        String wanted = blank(state) ? "open" : String.valueOf(state);
        return switch (wanted) {
            case "all" -> Set.of();
            case "open" -> IncidentState.OPEN;
            default -> parsed(wanted, "state", IncidentState.class);
        };
    }

    private static <E extends Enum<E>> Set<E> parsed(String text, String name, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        for (String part : text.split(",", -1)) {
            try {
                values.add(
                        Enum.valueOf(type, part.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
        return values;
    }

    private @Nullable Instant since(Instant now) {
        if (since == null || since.isBlank()) {
            return null;
        }
        Matcher span = SPAN.matcher(since);
        if (span.matches()) {
            long amount = Long.parseLong(span.group(1));
            return now.minus(
                    switch (span.group(2)) {
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("since", e);
        }
    }

    private static java.util.Optional<Moments.Span> moment(@Nullable String typed, String name, Instant now) {
        if (typed == null || typed.isBlank()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(Moments.read(typed, now).orElseThrow(() -> new IllegalArgumentException(name)));
    }

    /** The columns to show, in their order. */
    Set<QueueColumn> chosenColumns() {
        return QueueColumn.chosen(columns);
    }

    /** What to count by; null for a list of incidents. */
    @Nullable
    QueueGrouping grouping() {
        return blank(group) || "none".equals(group) ? null : QueueGrouping.of(String.valueOf(group));
    }

    /** Whether it hangs on a wall: nobody works there. */
    boolean onWall() {
        return "1".equals(kiosk);
    }

    /** Whether nothing at all was asked for. */
    boolean isBare() {
        return values().isEmpty() && blank(after) && limit == null;
    }

    /** The address of this list at another place. */
    String page(String cursor) {
        return UriComponentsBuilder.fromUriString(address(""))
                .queryParam("after", cursor)
                .build()
                .toUriString();
    }

    /** The address of this list without some parameters, from its beginning. */
    String address(String... without) {
        Map<String, String> values = values();
        Arrays.asList(without).forEach(values::remove);
        return address("/incidents", values);
    }

    /** The address of this list with one parameter changed. */
    String with(String name, String value) {
        Map<String, String> values = values();
        values.remove("view");
        if (value.isBlank()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return address("/incidents", values);
    }

    /** A path with parameters, encoded. */
    static String address(String path, Map<String, String> values) {
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "state", state);
        put(values, "severity", severity);
        put(values, "organization", organization);
        put(values, "q", q);
        put(values, "since", since);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "sort", sort);
        put(values, "group", group);
        put(values, "columns", columns);
        put(values, "view", view);
        put(values, "kiosk", kiosk);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
