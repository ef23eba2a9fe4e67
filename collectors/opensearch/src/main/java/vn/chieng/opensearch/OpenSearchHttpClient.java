package vn.chieng.opensearch;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the one thing in which OpenSearch differs for the Elasticsearch client: it knows no vendor media type and does not
 * call itself Elasticsearch.
 */
final class OpenSearchHttpClient implements TransportHttpClient {
    private static final String VENDOR = "application/vnd.elasticsearch+";
    private static final Pattern COMPATIBLE_WITH = Pattern.compile(";\\s*compatible-with=\\d+");
    private static final String PRODUCT = "X-Elastic-Product";

    private final TransportHttpClient delegate;

    OpenSearchHttpClient(TransportHttpClient delegate) {
        this.delegate = delegate;
    }

    @Override
    public TransportOptions createOptions(@Nullable TransportOptions options) {
        return delegate.createOptions(options);
    }

    @Override
    public @Nullable Integer responseStatusCode(Throwable failure) {
        return delegate.responseStatusCode(failure);
    }

    @Override
    public Response performRequest(String endpoint, @Nullable Node node, Request request, TransportOptions options)
            throws IOException {
        return new Branded(delegate.performRequest(endpoint, node, plain(request), options));
    }

    @Override
    public CompletableFuture<Response> performRequestAsync(
            String endpoint, @Nullable Node node, Request request, TransportOptions options) {
        return delegate.performRequestAsync(endpoint, node, plain(request), options)
                .thenApply(Branded::new);
    }

    @Override
    public void close() throws IOException {
        delegate.close();
    }

    private static Request plain(Request request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.replaceAll((name, value) -> value.startsWith(VENDOR)
                ? "application/"
                        + COMPATIBLE_WITH
                                .matcher(value.substring(VENDOR.length()))
                                .replaceFirst("")
                : value);
        return new Request(request.method(), request.path(), request.queryParams(), headers, request.body());
    }

    private record Branded(Response response) implements Response {
        @Override
        public Node node() {
            return response.node();
        }

        @Override
        public int statusCode() {
            return response.statusCode();
        }

        @Override
        public @Nullable String header(String name) {
            String value = response.header(name);
            return value == null && PRODUCT.equalsIgnoreCase(name) ? "Elasticsearch" : value;
        }

        @Override
        public List<String> headers(String name) {
            return response.headers(name);
        }

        @Override
        public @Nullable BinaryData body() throws IOException {
            return response.body();
        }

        @Override
        public @Nullable Object originalResponse() {
            return response.originalResponse();
        }

        @Override
        public void close() throws IOException {
            response.close();
        }
    }
}
