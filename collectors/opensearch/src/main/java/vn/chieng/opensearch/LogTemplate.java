package vn.chieng.opensearch;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The index template of the daily log indices: ECS fields with their types, unknown fields kept but not indexed. */
public final class LogTemplate {
    private static final String RESOURCE = "logs-template.json";
    private static final String PREFIX_PLACEHOLDER = "@prefix@";

    private LogTemplate() {}

    /**
     * Installs or replaces the template.
     *
     * @param indexPrefix put before {@code logs-}; empty outside tests and shared clusters
     * @throws IOException when OpenSearch does not answer or refuses the template
     */
    public static void install(OpenSearchConnection connection, String indexPrefix) throws IOException {
        Request request = new Request("PUT", "/_index_template/" + indexPrefix + "chieng-logs");
        request.setJsonEntity(body(indexPrefix));
        connection.raw().performRequest(request);
    }

    static String body(String indexPrefix) throws IOException {
        try (InputStream resource = Objects.requireNonNull(LogTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace(PREFIX_PLACEHOLDER, indexPrefix);
        }
    }
}
