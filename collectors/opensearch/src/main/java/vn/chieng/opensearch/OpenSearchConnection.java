package vn.chieng.opensearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import co.elastic.clients.transport.Transport;
import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.transport.instrumentation.Instrumentation;
import co.elastic.clients.transport.rest5_client.Rest5ClientHttpClient;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The Elasticsearch Java client connected to OpenSearch. Close it: its threads keep the process alive.
 *
 * <p>Endpoints in which the two products differ (field capabilities, point in time, node statistics …) need a raw request
 * through {@link #raw()}.
 */
public final class OpenSearchConnection implements AutoCloseable {
    private final Rest5Client raw;
    private final ElasticsearchClient client;

    private OpenSearchConnection(Rest5Client raw) {
        this.raw = raw;
        this.client = new ElasticsearchClient(new OpenSearchTransport(
                new OpenSearchHttpClient(new Rest5ClientHttpClient(raw)), null, new Jackson3JsonpMapper(), null));
    }

    /**
     * A connection to one cluster; nothing is sent yet.
     *
     * @param uri scheme, host and port, such as {@code http://127.0.0.1:9200}
     * @param timeout longest wait for an answer
     */
    public static OpenSearchConnection to(URI uri, Duration timeout) {
        return new OpenSearchConnection(Rest5Client.builder(uri)
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(timeout)))
                .build());
    }

    public ElasticsearchClient client() {
        return client;
    }

    /** The low-level client, for plain requests. */
    public Rest5Client raw() {
        return raw;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private static final class OpenSearchTransport extends ElasticsearchTransportBase {
        OpenSearchTransport(
                TransportHttpClient httpClient,
                @Nullable TransportOptions options,
                JsonpMapper mapper,
                @Nullable Instrumentation instrumentation) {
            super(httpClient, options, mapper, instrumentation);
        }

        @Override
        public Transport withOptions(@Nullable TransportOptions options) {
            return new OpenSearchTransport(httpClient, options, mapper, instrumentation);
        }

        @Override
        protected ElasticsearchTransportBase cloneWith(
                @Nullable TransportOptions options,
                @Nullable JsonpMapper mapper,
                @Nullable Instrumentation instrumentation) {
            return new OpenSearchTransport(
                    httpClient,
                    options == null ? this.transportOptions : options,
                    mapper == null ? this.mapper : mapper,
                    instrumentation == null ? this.instrumentation : instrumentation);
        }
    }
}
