package vn.chieng.api.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.SearchTranslation;
import vn.chieng.event.Ecs;

/** The bodies of requests to OpenSearch; each carries the caller's scope and a time after which it ends. */
final class EventRequests {
    /** Most values told of one field. */
    static final int MOST_VALUES = 10;

    private static final int BARS = 60;
    private static final long[] STEPS = {
        1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800, 2_592_000
    };
    private static final List<String> WORD_FIELDS = List.of(
            "host.name",
            "user.name",
            "source.user.name",
            "process.name",
            "event.action",
            "event.dataset",
            "source.domain",
            "destination.domain",
            "dns.question.name",
            "url.full",
            "process.command_line",
            "file.path",
            "related.user");

    private final EventFields fields;
    private final Duration timeout;

    EventRequests(EventFields fields, Duration timeout) {
        this.fields = fields;
        this.timeout = timeout;
    }

    /** Seconds of one bar, so that the range has about sixty. */
    static long interval(EventQuery query) {
        long wanted = Math.max(1, Duration.between(query.from(), query.before()).toSeconds() / BARS);
        for (long step : STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return Math.ceilDiv(wanted, STEPS[STEPS.length - 1]) * STEPS[STEPS.length - 1];
    }

    Map<String, Object> page(EventQuery query, Scope scope, boolean withHistogram) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", query.size());
        body.put("timeout", timeout.toMillis() + "ms");
        body.put("query", all(query, scope));
        body.put("sort", List.of(Map.of(EventFields.TIME, "desc"), Map.of("event.id", "desc")));
        body.put("track_total_hits", withHistogram ? EventPage.COUNTED : false);
        if (!query.after().isEmpty()) {
            body.put(
                    "search_after",
                    List.of(
                            Long.valueOf(query.after().getFirst()),
                            query.after().getLast()));
        }
        if (withHistogram) {
            body.put(
                    "aggs",
                    Map.of(
                            "times",
                            Map.of(
                                    "date_histogram",
                                    Map.of(
                                            "field",
                                            EventFields.TIME,
                                            "fixed_interval",
                                            interval(query) + "s",
                                            "time_zone",
                                            "+07:00",
                                            "min_doc_count",
                                            0,
                                            "extended_bounds",
                                            Map.of(
                                                    "min",
                                                    query.from().toEpochMilli(),
                                                    "max",
                                                    query.before().toEpochMilli() - 1)))));
        }
        return body;
    }

    Map<String, Object> statistics(EventQuery query, String field, Scope scope) {
        return Map.of(
                "size",
                0,
                "timeout",
                timeout.toMillis() + "ms",
                "query",
                all(query, scope),
                "track_total_hits",
                false,
                "aggs",
                Map.of(
                        "top", Map.of("terms", Map.of("field", field, "size", MOST_VALUES)),
                        "distinct", Map.of("cardinality", Map.of("field", field, "precision_threshold", 1_000)),
                        "with", Map.of("filter", Map.of("exists", Map.of("field", field)))));
    }

    Map<String, Object> one(String id, Scope scope) {
        List<Map<String, Object>> terms = scoped(scope);
        terms.add(Map.of("ids", Map.of("values", List.of(id))));
        return Map.of(
                "size", 1, "timeout", timeout.toMillis() + "ms", "query", SearchTranslation.bool("filter", terms));
    }

    /** The one event that was taken in last. */
    Map<String, Object> newest(Scope scope) {
        List<Map<String, Object>> terms = scoped(scope);
        terms.add(Map.of("exists", Map.of("field", Ecs.EVENT_CREATED)));
        return Map.of(
                "size",
                1,
                "_source",
                false,
                "timeout",
                timeout.toMillis() + "ms",
                "track_total_hits",
                false,
                "sort",
                List.of(Map.of(Ecs.EVENT_CREATED, Map.of("order", "desc", "unmapped_type", "date"))),
                "query",
                SearchTranslation.bool("filter", terms));
    }

    private Map<String, Object> all(EventQuery query, Scope scope) {
        List<Map<String, Object>> terms = scoped(scope);
        terms.add(Map.of(
                "range",
                Map.of(
                        EventFields.TIME,
                        Map.of(
                                "gte",
                                query.from().toString(),
                                "lt",
                                query.before().toString()))));
        terms.add(new SearchTranslation(this::words).dsl(query.asked()));
        return SearchTranslation.bool("filter", terms);
    }

    private static List<Map<String, Object>> scoped(Scope scope) {
        List<Map<String, Object>> terms = new ArrayList<>();
        if (scope instanceof Scope.Organizations(Set<String> ids)) {
            terms.add(Map.of("terms", Map.of("organization.id", List.copyOf(ids))));
        }
        return terms;
    }

    /** Words stand in the message, or are the whole of a name or an address. */
    private Map<String, Object> words(Pattern pattern) {
        List<Map<String, Object>> places = new ArrayList<>();
        places.add(SearchTranslation.like("message", Kind.TEXT, pattern));
        WORD_FIELDS.stream()
                .filter(field -> fields.all().find(field).isPresent())
                .forEach(field -> places.add(SearchTranslation.like(field, Kind.KEYWORD, pattern)));
        if (!pattern.wild() && pattern.text().matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            for (String field : List.of("source.ip", "destination.ip", "host.ip", "related.ip")) {
                places.add(SearchTranslation.like(field, Kind.ADDRESS, pattern));
            }
        }
        return SearchTranslation.bool("should", places);
    }
}
