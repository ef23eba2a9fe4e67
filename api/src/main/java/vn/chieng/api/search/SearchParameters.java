package vn.chieng.api.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.query.Moments;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryFields;
import vn.chieng.api.query.QueryParser;

/**
 * What a search asks for, as it stands in an address; the same for pages and REST.
 *
 * @param q what was typed: {@code docs/formats/query.md}
 * @param since a span such as {@code 24h} up to now, where no absolute range is given
 * @param from beginning of an absolute range, in Vietnam's time where it names no zone
 * @param to end of that range, included
 * @param columns fields to show, separated by commas
 * @param field the field whose values are counted
 * @param view the saved view that this came from
 */
record SearchParameters(
        @Nullable String q,
        @Nullable String since,
        @Nullable String from,
        @Nullable String to,
        @Nullable String columns,
        @Nullable String field,
        @Nullable String view,
        @Nullable Integer size,
        @Nullable String after) {
    static final List<String> SPANS = List.of("15m", "1h", "4h", "24h", "7d", "30d");
    static final String USUAL_SPAN = "24h";

    private static final List<String> USUAL_COLUMNS =
            List.of("host.name", "event.dataset", "user.name", "source.ip", "message");
    private static final int MOST_COLUMNS = 12;
    private static final int USUAL_SIZE = 50;
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    ParsedQuery parsed(QueryFields fields, Clock clock) {
        return QueryParser.parse(q == null ? "" : q, fields, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    EventQuery query(QueryFields fields, Clock clock) {
        if (!(parsed(fields, clock) instanceof ParsedQuery.Understood understood)) {
            throw new IllegalArgumentException("q");
        }
        int rows = size == null ? USUAL_SIZE : size;
        if (rows < 1 || rows > EventQuery.MOST) {
            throw new IllegalArgumentException("size");
        }
        Instant now = clock.instant();
        Instant before = blank(to) ? now : moment(String.valueOf(to), "to", now).before();
        Instant start = blank(from)
                ? before.minus(span())
                : moment(String.valueOf(from), "from", now).from();
        return new EventQuery(
                understood.query(),
                start,
                before,
                rows,
                blank(after) ? List.of() : FoundEvent.decoded(String.valueOf(after)));
    }

    private Duration span() {
        Matcher span = SPAN.matcher(blank(since) ? USUAL_SPAN : String.valueOf(since));
        if (!span.matches()) {
            throw new IllegalArgumentException("since");
        }
        long amount = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Moments.Span moment(String typed, String name, Instant now) {
        return Moments.read(typed, now).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The fields shown; those that nobody knows are refused. */
    List<String> chosenColumns(QueryFields fields) {
        if (blank(columns)) {
            return USUAL_COLUMNS;
        }
        List<String> chosen = Arrays.stream(String.valueOf(columns).split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (chosen.size() > MOST_COLUMNS
                || !chosen.stream().allMatch(name -> fields.find(name).isPresent())) {
            throw new IllegalArgumentException("columns");
        }
        return chosen;
    }

    boolean isBare() {
        return values().isEmpty() && blank(after);
    }

    String address() {
        return address("/logs", values());
    }

    /** The address of this list with one parameter changed; an empty value takes it away. */
    String with(String name, String value) {
        Map<String, String> values = values();
        values.remove("view");
        values.remove(name);
        if (!value.isBlank()) {
            values.put(name, value);
        }
        return address("/logs", values);
    }

    String page(String place) {
        Map<String, String> values = values();
        values.put("after", place);
        return address("/logs", values);
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
        put(values, "q", q);
        put(values, "since", since);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "columns", columns);
        put(values, "field", field);
        put(values, "view", view);
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
