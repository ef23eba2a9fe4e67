package vn.chieng.api.rules.trial;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;

/** Reads the daily indices; the caller's scope is one term of every query. */
@Component
final class OpenSearchEvents implements EventLog {
    private static final int PAGE = 1_000;
    private static final Pattern INDEX = Pattern.compile("logs-[a-z0-9][a-z0-9._-]{0,100}");

    private final LogSettings settings;
    private final JsonMapper json;
    private final LogSearch search;

    OpenSearchEvents(LogSettings settings, JsonMapper json, LogSearch search) {
        this.settings = settings;
        this.json = json;
        this.search = search;
    }

    @Override
    public void since(Instant from, Scope scope, Predicate<StoredEvent> taker) throws IOException {
        List<Object> terms = terms(scope);
        terms.add(Map.of("range", Map.of("event.created", Map.of("gte", from.toString()))));
        List<Object> after = List.of();
        while (true) {
            List<Object> sort = List.of(Map.of("event.created", "desc"), Map.of("event.id", "desc"));
            Map<String, Object> query = after.isEmpty()
                    ? Map.of("size", PAGE, "query", all(terms), "sort", sort)
                    : Map.of("size", PAGE, "query", all(terms), "sort", sort, "search_after", after);
            JsonNode hits = hits("logs-*", query);
            for (JsonNode hit : hits) {
                if (!taker.test(event(hit))) {
                    return;
                }
            }
            if (hits.size() < PAGE) {
                return;
            }
            after = List.of(json.treeToValue(hits.get(hits.size() - 1).get("sort"), Object[].class));
        }
    }

    @Override
    public Optional<StoredEvent> find(String index, String id, Scope scope) throws IOException {
        String bare = index.startsWith(settings.indexPrefix())
                ? index.substring(settings.indexPrefix().length())
                : index;
        if (!INDEX.matcher(bare).matches()) {
            return Optional.empty();
        }
        List<Object> terms = terms(scope);
        terms.add(Map.of("ids", Map.of("values", List.of(id))));
        JsonNode hits = hits(bare, Map.of("size", 1, "query", all(terms)));
        return hits.isEmpty() ? Optional.empty() : Optional.of(event(hits.get(0)));
    }

    private static List<Object> terms(Scope scope) {
        List<Object> terms = new ArrayList<>();
        if (scope instanceof Scope.Organizations(var ids)) {
            terms.add(Map.of("terms", Map.of("organization.id", ids)));
        }
        return terms;
    }

    private static Map<String, Object> all(List<Object> terms) {
        return Map.of("bool", Map.of("filter", terms));
    }

    private JsonNode hits(String index, Map<String, Object> query) throws IOException {
        return search.ask(index, query).path("hits").path("hits");
    }

    private StoredEvent event(JsonNode hit) {
        return new StoredEvent(hit.path("_index").asString(""), hit.path("_id").asString(""), search.event(hit));
    }
}
