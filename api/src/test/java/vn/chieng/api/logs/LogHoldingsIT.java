package vn.chieng.api.logs;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
    private LogIndex index;

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

    @Test
    void aSystemHasTheLogsOfItsIdItsHostsAndItsNetworksFromItsOwnBodies() throws IOException {
        Instant old = now.minus(Duration.ofDays(40));
        try (OpenSearchConnection connection = OpenSearchConnection.to(settings.uri(), settings.timeout())) {
            LogTemplate.install(connection, settings.indexPrefix());
            put(connection, body, "by-id", old, """
                    "host":{"name":"khac"},""", """
                    ,"system":{"id":"%s"}""".formatted(body));
            put(connection, body, "by-host", now, """
                    "host":{"name":"WEB-01.phuong.vn"},""", "");
            put(connection, body, "by-address", now, """
                    "host":{"ip":["10.9.8.7"]},""", "");
            put(connection, body, "of-another-system", now.minus(Duration.ofDays(90)), """
                    "host":{"name":"web-02.phuong.vn","ip":["10.9.9.7"]},""", "");
            put(connection, "org-stranger", "stranger", now.minus(Duration.ofDays(90)), """
                    "host":{"name":"web-01.phuong.vn"},""", "");
        }
        var marks = new SystemMarks(body, List.of(body), List.of("web-01.phuong.vn"), List.of("10.9.8.0/24"));
        var silent = new SystemMarks("nothing", List.of(body), List.of("khong-co"), List.of());
        assertThat(index.holdings(List.of(marks, silent), now.minus(Duration.ofHours(24))))
                .isEqualTo(Map.of(body, new LogHolding(3, 2, old, now)));
    }

    private void put(OpenSearchConnection connection, String source, Instant created) throws IOException {
        put(connection, body, source, created, "", "");
    }

    private void put(
            OpenSearchConnection connection,
            String organization,
            String source,
            Instant created,
            String fields,
            String system)
            throws IOException {
        Request write = new Request("POST", "/" + settings.indexPrefix() + "logs-holdings-2026.11.22/_doc");
        write.addParameter("refresh", "true");
        write.setJsonEntity("""
                {"@timestamp":"%1$s","event":{"created":"%1$s"},%4$s"organization":{"id":"%2$s"},"chieng":{"source":{"id":"%3$s"}%5$s}}""".formatted(created, organization, source, fields, system));
        connection.raw().performRequest(write);
    }
}
