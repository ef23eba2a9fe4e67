package vn.chieng.api.rules.trial;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.opensearch.OpenSearchConnection;

/** Asks the daily indices of stored events. */
@Component
public final class LogSearch implements DisposableBean {
    private static final int NOT_FOUND = 404;
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final LogSettings settings;
    private final JsonMapper json;
    private @Nullable OpenSearchConnection connection;

    LogSearch(LogSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * The answer to a query; an empty object where there is no such index.
     *
     * @param index without the prefix that is set
     * @throws IOException where the store does not answer
     */
    public JsonNode ask(String index, Map<String, Object> query) throws IOException {
        Request request = new Request("POST", "/" + settings.indexPrefix() + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("track_total_hits", "false");
        request.setJsonEntity(json.writeValueAsString(query));
        try {
            Response response = connection().raw().performRequest(request);
            try (InputStream body = response.getEntity().getContent()) {
                return json.readTree(body);
            } catch (JacksonException e) {
                throw new IOException("the answer cannot be read", e);
            }
        } catch (ResponseException e) {
            if (e.getResponse().getStatusCode() == NOT_FOUND) {
                return json.createObjectNode();
            }
            throw e;
        }
    }

    /** The event that a hit holds. */
    public Event event(JsonNode hit) {
        return new Event.Builder()
                .merge("", json.convertValue(hit.path("_source"), FIELDS))
                .build();
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
