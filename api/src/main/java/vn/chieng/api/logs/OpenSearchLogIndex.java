package vn.chieng.api.logs;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.opensearch.OpenSearchConnection;

/** Queries over all daily indices, from doc values only: a bucket for each organisation or system, in it one for each source. */
@Component
final class OpenSearchLogIndex implements LogIndex, DisposableBean {
    /** More bodies and sources than a province has; what lies beyond is not counted. */
    private static final int MOST_ORGANIZATIONS = 1_000;

    private static final int MOST_SOURCES = 500;
    private static final Map<String, Object> NEWEST = Map.of("max", Map.of("field", "event.created"));
    private static final Map<String, Object> SOURCES = Map.of(
            "terms", Map.of("field", "chieng.source.id", "size", MOST_SOURCES), "aggs", Map.of("newest", NEWEST));
    /** So many systems are asked for at once. */
    private static final int SYSTEMS_AT_ONCE = 50;

    private static final Map<String, Object> OLDEST = Map.of("min", Map.of("field", "event.created"));

    private final LogSettings settings;
    private final JsonMapper json;
    private @Nullable OpenSearchConnection connection;

    OpenSearchLogIndex(LogSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Map<String, LogHolding> holdings(Instant liveSince) throws IOException {
        Map<String, Object> organizations = Map.of(
                "terms",
                Map.of("field", "organization.id", "size", MOST_ORGANIZATIONS),
                "aggs",
                Map.of("newest", NEWEST, "oldest", OLDEST, "sources", SOURCES));
        JsonNode buckets = search(counting("organizations", organizations)).at("/aggregations/organizations/buckets");
        Map<String, LogHolding> holdings = new HashMap<>();
        for (JsonNode bucket : buckets) {
            if (bucket.at("/oldest/value").isNumber()) {
                holdings.put(bucket.path("key").asString(""), holding(bucket, liveSince));
            }
        }
        return holdings;
    }

    @Override
    public Map<String, LogHolding> holdings(List<SystemMarks> systems, Instant liveSince) throws IOException {
        Map<String, LogHolding> holdings = new HashMap<>();
        for (int from = 0; from < systems.size(); from += SYSTEMS_AT_ONCE) {
            List<SystemMarks> some = systems.subList(from, Math.min(systems.size(), from + SYSTEMS_AT_ONCE));
            Map<String, Object> each = Map.of(
                    "filters",
                    Map.of("filters", SystemFilters.of(some)),
                    "aggs",
                    Map.of("newest", NEWEST, "oldest", OLDEST, "sources", SOURCES));
            JsonNode buckets = search(counting("systems", each)).at("/aggregations/systems/buckets");
            for (SystemMarks system : some) {
                JsonNode bucket = buckets.path(system.systemId());
                if (bucket.at("/oldest/value").isNumber()) {
                    holdings.put(system.systemId(), holding(bucket, liveSince));
                }
            }
        }
        return holdings;
    }

    @Override
    public List<LogSource> sources() throws IOException {
        Map<String, Object> organizations = Map.of(
                "terms",
                Map.of("field", "organization.id", "size", MOST_ORGANIZATIONS),
                "aggs",
                Map.of("sources", SOURCES));
        List<LogSource> found = new ArrayList<>();
        for (JsonNode organization :
                search(counting("organizations", organizations)).at("/aggregations/organizations/buckets")) {
            for (JsonNode source : organization.at("/sources/buckets")) {
                found.add(new LogSource(
                        organization.path("key").asString(""),
                        source.path("key").asString(""),
                        instant(source, "newest")));
            }
        }
        return found;
    }

    private Map<String, Object> counting(String name, Map<String, Object> groups) {
        return Map.of("size", 0, "timeout", settings.timeout().toSeconds() + "s", "aggs", Map.of(name, groups));
    }

    private static LogHolding holding(JsonNode bucket, Instant liveSince) {
        int sources = 0;
        int live = 0;
        for (JsonNode source : bucket.at("/sources/buckets")) {
            sources++;
            if (!instant(source, "newest").isBefore(liveSince)) {
                live++;
            }
        }
        return new LogHolding(sources, live, instant(bucket, "oldest"), instant(bucket, "newest"));
    }

    private static Instant instant(JsonNode bucket, String name) {
        return Instant.ofEpochMilli(bucket.path(name).path("value").asLong(0));
    }

    private JsonNode search(Map<String, Object> query) throws IOException {
        Request request = new Request("POST", "/" + settings.indexPrefix() + "logs-*/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("track_total_hits", "false");
        request.setJsonEntity(json.writeValueAsString(query));
        Response response = connection().raw().performRequest(request);
        try (InputStream body = response.getEntity().getContent()) {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer cannot be read", e);
        }
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
