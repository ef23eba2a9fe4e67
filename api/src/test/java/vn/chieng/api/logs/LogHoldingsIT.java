package vn.chieng.api.logs;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chieng.api.ApiServers;
import vn.chieng.opensearch.LogTemplate;
import vn.chieng.opensearch.OpenSearchConnection;

class LogHoldingsIT extends ApiServers {
    private final Instant now = java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private LogHoldings holdings;

    @Autowired
    private LogSettings settings;

    private final String body = "org-" + UUID.randomUUID();

    @Test
    void sourcesAreCountedByBodyWithTheirOldestAndNewestEvent() throws IOException {
        try (OpenSearchConnection connection = OpenSearchConnection.to(settings.uri(), settings.timeout())) {
            LogTemplate.install(connection, settings.indexPrefix());
            put(connection, "a", now.minus(Duration.ofDays(100)));
            put(connection, "a", now.minus(Duration.ofHours(1)));
            put(connection, "b", now.minus(Duration.ofDays(3)));
        }
        holdings.count();
        LogHolding held = holdings.known().orElseThrow().byOrganization().get(body);
        assertThat(held)
                .isEqualTo(new LogHolding(2, 1, now.minus(Duration.ofDays(100)), now.minus(Duration.ofHours(1))));
    }

    private void put(OpenSearchConnection connection, String source, Instant created) throws IOException {
        Request write = new Request("POST", "/" + settings.indexPrefix() + "logs-holdings-2026.11.22/_doc");
        write.addParameter("refresh", "true");
        write.setJsonEntity("""
                {"@timestamp":"%1$s","event":{"created":"%1$s"},"organization":{"id":"%2$s"},"chieng":{"source":{"id":"%3$s"}}}""".formatted(created, body, source));
        connection.raw().performRequest(write);
    }
}
