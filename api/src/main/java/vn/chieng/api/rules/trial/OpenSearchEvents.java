package vn.chieng.api.rules.trial;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.event.Event;
import vn.chieng.opensearch.OpenSearchConnection;

/** Reads the daily indices; the caller's scope is one term of every query. */
@Component
final class OpenSearchEvents implements EventLog, DisposableBean {
    private static final int PAGE = 1_000;
    private static final int NOT_FOUND = 404;
    private static final Pattern INDEX = Pattern.compile("logs-[a-z0-9][a-z0-9._-]{0,100}");
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final LogSettings settings;
    private final JsonMapper json;
    private @Nullable OpenSearchConnection connection;

    OpenSearchEvents(LogSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
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
        Request request = new Request("POST", "/" + settings.indexPrefix() + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("track_total_hits", "false");
        request.setJsonEntity(json.writeValueAsString(query));
        try {
            Response response = connection().raw().performRequest(request);
            try (InputStream body = response.getEntity().getContent()) {
                return json.readTree(body).path("hits").path("hits");
            } catch (JacksonException e) {
                throw new IOException("the answer cannot be read", e);
            }
        } catch (ResponseException e) {
            if (e.getResponse().getStatusCode() == NOT_FOUND) {
                return json.createArrayNode();
            }
            throw e;
        }
    }

    private StoredEvent event(JsonNode hit) {
        return new StoredEvent(
                hit.path("_index").asString(""),
                hit.path("_id").asString(""),
                new Event.Builder()
                        .merge("", json.convertValue(hit.path("_source"), FIELDS))
                        .build());
    }

    private synchronized OpenSearchConnection connection() {
        if (connection == null) {
            connection = OpenSearchConnection.to(settings.uri(), settings.timeout());
        }
        return connection;
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
