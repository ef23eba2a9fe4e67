package vn.chieng.api.rules.observed;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.chieng.api.rules.trial.LogSearch;
import vn.chieng.event.Event;

/** Takes of each dataset the latest events, and of each code, action and process in it the latest one, so that what is rare is there too. */
@Component
final class OpenSearchSamples implements EventSamples {
    private static final int DATASETS = 60;
    private static final int KINDS = 40;
    private static final int LATEST = 20;
    private static final String EVENTS = "events";
    private static final String DATASET = "dataset";
    private static final Map<String, String> KINDS_BY =
            Map.of("code", "event.code", "action", "event.action", "process", "process.name");

    private final LogSearch search;

    OpenSearchSamples(LogSearch search) {
        this.search = search;
    }

    @Override
    public List<Event> since(Instant from) throws IOException {
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put(EVENTS, latest(LATEST));
        KINDS_BY.forEach((name, field) -> kinds.put(name, terms(field, KINDS, Map.of(EVENTS, latest(1)))));
        JsonNode answer = search.ask(
                "logs-*",
                Map.of(
                        "size",
                        0,
                        "query",
                        Map.of("range", Map.of("event.created", Map.of("gte", from.toString()))),
                        "aggs",
                        Map.of(DATASET, terms("event.dataset", DATASETS, kinds))));
        List<Event> events = new ArrayList<>();
        for (JsonNode dataset : buckets(answer.path("aggregations").path(DATASET))) {
            addHits(dataset, events);
            KINDS_BY.keySet().forEach(name -> buckets(dataset.path(name)).forEach(kind -> addHits(kind, events)));
        }
        return events;
    }

    private static Iterable<JsonNode> buckets(JsonNode terms) {
        return terms.path("buckets");
    }

    private void addHits(JsonNode bucket, List<Event> events) {
        for (JsonNode hit : bucket.path(EVENTS).path("hits").path("hits")) {
            events.add(search.event(hit));
        }
    }

    private static Map<String, Object> latest(int most) {
        return Map.of(
                "top_hits", Map.of("size", most, "sort", List.of(Map.of("event.created", Map.of("order", "desc")))));
    }

    private static Map<String, Object> terms(String field, int most, Map<String, Object> inner) {
        return Map.of("terms", Map.of("field", field, "size", most), "aggs", inner);
    }
}
