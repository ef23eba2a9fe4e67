package vn.chieng.api.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param state {@code open} (also when absent), {@code all}, or states separated by commas
 * @param severity severities separated by commas
 * @param since an instant (ISO 8601), or a span such as {@code 24h} or {@code 7d}
 * @param sort {@code last-seen} or {@code severity}
 */
record ListParameters(
        @Nullable String state,
        @Nullable String severity,
        @Nullable String organization,
        @Nullable String q,
        @Nullable String since,
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String after) {
    private static final int USUAL_LIMIT = 50;
    static final List<String> STATES = Stream.of(
                    List.of("open"),
                    Stream.of(IncidentState.values()).map(IncidentState::code).toList(),
                    List.of("all"))
            .flatMap(List::stream)
            .toList();
    static final List<String> SPANS = List.of("1h", "24h", "7d", "30d");
    static final List<String> SORTS = List.of("last-seen", "severity");
    private static final Set<String> KNOWN = Stream.of(STATES, SPANS, List.of("M1", "M2", "M3", "M4"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    /** One condition and the address without it. */
    record Condition(String name, String value, String without, boolean known) {}

    /** Refuses with the parameter's name what cannot be understood. */
    IncidentQuery query(Clock clock, Function<String, Set<String>> subtree) {
        return new IncidentQuery(
                states(),
                severities(),
                organizations(subtree),
                blankToNull(q),
                since(clock),
                switch (sort == null || sort.isBlank() ? "last-seen" : sort) {
                    case "last-seen" -> IncidentQuery.Sort.LAST_SEEN;
                    case "severity" -> IncidentQuery.Sort.SEVERITY;
                    default -> throw new IllegalArgumentException("sort");
                },
                limit == null ? USUAL_LIMIT : limit,
                blankToNull(after) == null ? null : Cursor.decoded(String.valueOf(after)));
    }

    /** The organisation with all below it; one that nobody registered stands for itself. */
    private @Nullable Set<String> organizations(Function<String, Set<String>> subtree) {
        String id = blankToNull(organization);
        if (id == null) {
            return null;
        }
        Set<String> ids = subtree.apply(id);
        return ids.isEmpty() ? Set.of(id) : ids;
    }

    private Set<IncidentState> states() {
        String wanted = state == null || state.isBlank() ? "open" : state;
        return switch (wanted) {
            case "all" -> Set.of();
            case "open" -> IncidentState.OPEN;
            default -> parsed(wanted, "state", IncidentState.class);
        };
    }

    private Set<Severity> severities() {
        return severity == null || severity.isBlank() ? Set.of() : parsed(severity, "severity", Severity.class);
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

    private @Nullable Instant since(Clock clock) {
        if (since == null || since.isBlank()) {
            return null;
        }
        Matcher span = SPAN.matcher(since);
        if (span.matches()) {
            long amount = Long.parseLong(span.group(1));
            return clock.instant()
                    .minus(
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

    /** What is asked for, each as a chip that can be taken away. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        values().forEach((name, value) -> {
            if (!name.equals("sort")) {
                boolean known = !name.equals("q") && !name.equals("organization") && KNOWN.contains(value);
                conditions.add(new Condition(name, value, address(name), known));
            }
        });
        return conditions;
    }

    /** The address of this list at another place. */
    String page(String cursor) {
        return UriComponentsBuilder.fromUriString(address(""))
                .queryParam("after", cursor)
                .build()
                .toUriString();
    }

    /** The address of this list without one parameter, from its beginning. */
    String address(String without) {
        var address = UriComponentsBuilder.fromPath("/incidents");
        values().forEach((name, value) -> {
            if (!name.equals(without)) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values()).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "state", state);
        put(values, "severity", severity);
        put(values, "organization", organization);
        put(values, "q", q);
        put(values, "since", since);
        put(values, "sort", sort);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
