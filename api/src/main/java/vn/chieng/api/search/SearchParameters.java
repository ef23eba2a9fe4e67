package vn.chieng.api.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.query.Moments;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryFields;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.query.Spans;

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
    private static final String PATH = "/logs";
    static final String USUAL_SPAN = "24h";

    private static final List<String> USUAL_COLUMNS =
            List.of("host.name", "event.dataset", "user.name", "source.ip", "message");
    private static final int MOST_COLUMNS = 12;
    private static final int USUAL_SIZE = 50;

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
        Instant before = AddressParameters.given(to) == null
                ? now
                : moment(String.valueOf(to), "to", now).before();
        Instant start = AddressParameters.given(from) == null
                ? before.minus(span())
                : moment(String.valueOf(from), "from", now).from();
        return new EventQuery(
                understood.query(),
                start,
                before,
                rows,
                AddressParameters.given(after) == null ? List.of() : FoundEvent.decoded(String.valueOf(after)));
    }

    private static Moments.Span moment(String typed, String name, Instant now) {
        return Moments.read(typed, now).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The fields shown; those that nobody knows are refused. */
    List<String> chosenColumns(QueryFields fields) {
        if (AddressParameters.given(columns) == null) {
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
        return values().isEmpty() && AddressParameters.given(after) == null;
    }

    private Duration span() {
        String typed = AddressParameters.given(since);
        return Spans.read(typed == null ? USUAL_SPAN : typed).orElseThrow(() -> new IllegalArgumentException("since"));
    }

    String address() {
        return asked().at(PATH);
    }

    /** The address of exactly these events: a span that ends now becomes the time it means. */
    String link(EventQuery query) {
        return asked().without("since", "view")
                .with("from", query.from().toString())
                .with("to", query.before().toString())
                .at(PATH);
    }

    /** The address of this list with one parameter changed; an empty value takes it away. */
    String with(String name, String value) {
        return asked().without("view").with(name, value).at(PATH);
    }

    String page(String place) {
        return asked().with("after", place).at(PATH);
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("since", since)
                .and("from", from)
                .and("to", to)
                .and("columns", columns)
                .and("field", field)
                .and("view", view);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
