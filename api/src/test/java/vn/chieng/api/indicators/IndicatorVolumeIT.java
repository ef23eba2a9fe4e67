package vn.chieng.api.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.IndicatorTable;

/** The whole way of a large list, from its upload to the table of an engine; a million lines with {@code -Dindicators.lines=1000000}. */
@Tag("volume")
final class IndicatorVolumeIT extends ApiServers {
    private static final int LINES = Integer.getInteger("indicators.lines", 20_000);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Test
    void aLargeListIsStoredPublishedAndHeld() {
        String mark = "v" + System.nanoTime();
        long began = System.nanoTime();
        MvcTestResult sent = request("/api/v1/indicators/imports", list(mark));
        assertThat(sent).hasStatus(202);
        String place = String.valueOf(sent.getResponse().getHeader("Location"));
        awaitState(place, "ready");
        long compared = System.nanoTime();
        assertThat(json.readTree(page(place)).path("added").intValue()).isEqualTo(LINES);

        assertThat(request(place + "/apply", new byte[0]).getResponse().getStatus())
                .isLessThan(300);
        awaitState(place, "applied");
        long stored = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jdbc.sql("select not exists (select 1 from outbox)")
                        .query(Boolean.class)
                        .single());
        long published = System.nanoTime();

        IndicatorTable table = new IndicatorTable(LINES);
        read(mark, table);
        long held = System.nanoTime();
        System.err.printf(
                "%d indicators: compared after %d ms, stored after %d ms, published after %d ms, held after %d ms, %d MB%n",
                LINES,
                since(began, compared),
                since(compared, stored),
                since(stored, published),
                since(published, held),
                table.bytes() >> 20);
        assertThat(table.size()).isEqualTo(LINES);
    }

    private static long since(long start, long end) {
        return Duration.ofNanos(end - start).toMillis();
    }

    private static byte[] list(String mark) {
        StringBuilder lines = new StringBuilder("value,source,confidence\n");
        for (int i = 0; i < LINES; i++) {
            lines.append("host-").append(i).append('.').append(mark).append(".example,NCSC,80\n");
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void awaitState(String place, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> json.readTree(page(place)).path("state").asString().equals(state));
    }

    private String page(String place) {
        return new String(
                mvc.get()
                        .uri(place)
                        .secure(true)
                        .with(as(Role.SOC_LEAD))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private MvcTestResult request(String place, byte[] body) {
        return mvc.post()
                .uri(place)
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .contentType("text/csv")
                .content(body)
                .exchange();
    }

    private void read(String mark, IndicatorTable table) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka()), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(TOPICS.indicators(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() != null && record.key().contains(mark)) {
                        table.put(json.readValue(record.value(), Indicator.class));
                    }
                });
            }
        }
    }
}
