package vn.chieng.api.rules.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.RuleTotals;
import vn.chieng.event.RuleActivity;

class RuleActivityIT extends ApiServers {
    private static final Instant MATCH = Instant.parse("2026-11-22T01:02:03Z");

    @Autowired
    private RuleStore rules;

    @Autowired
    private ActivityStore store;

    @Autowired
    private JsonMapper json;

    private final String rule = UUID.randomUUID().toString();

    @Test
    void cumulativeRecordsOfTwoRunsAreSummedHoweverOftenTheyAreRead() throws Exception {
        RuleActivity first = activity("run-a", 100, 10, null, MATCH.plusSeconds(1));
        RuleActivity later = activity("run-a", 300, 30, MATCH, MATCH.plusSeconds(2));
        RuleActivity other = activity("run-b", 50, 5, MATCH.minusSeconds(9), MATCH.plusSeconds(3));
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.<String, Object>of("bootstrap.servers", kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (RuleActivity each : new RuleActivity[] {first, later, first, other, other}) {
                send(producer, json.writeValueAsBytes(each));
            }
            send(producer, "no json".getBytes(StandardCharsets.UTF_8));
            producer.flush();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> rules.totals(rule).matches() == 35);
        assertThat(rules.totals(rule)).isEqualTo(new RuleTotals(350, 70, 35, 35_000, 2, MATCH, MATCH.plusSeconds(3)));
        assertThat(store.fold(MATCH.plusSeconds(10))).isEqualTo(2);
        assertThat(store.fold(MATCH.plusSeconds(10))).isZero();
        assertThat(rules.totals(rule).matches()).isEqualTo(35);
        assertThat(rules.totals(rule).nanosecondsEach()).isEqualTo(500);
    }

    private RuleActivity activity(String run, long events, long matches, @Nullable Instant lastMatch, Instant at) {
        return new RuleActivity(run, rule, 1, events, matches * 2, matches, matches * 1_000, 1, lastMatch, at);
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, byte[] value) {
        var sent = producer.send(new ProducerRecord<>(TOPICS.ruleActivity(), value));
        assertThat(sent).isNotNull();
    }
}
