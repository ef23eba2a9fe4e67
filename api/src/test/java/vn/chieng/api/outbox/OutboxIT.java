package vn.chieng.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;

class OutboxIT extends ApiServers {
    private static final String TOPIC = TOPICS.prefix() + "outbox-test";

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxTable table;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatCommitsArrivesInOrderOnACompactedTopicAndWhatRollsBackNever() throws Exception {
        List<String> values = IntStream.range(0, 700).mapToObj(i -> "v" + i).toList();
        transactions.executeWithoutResult(_ -> values.forEach(value -> publish("a", value)));
        transactions.executeWithoutResult(transaction -> {
            publish("a", "undone");
            transaction.setRollbackOnly();
        });
        transactions.executeWithoutResult(_ -> outbox.publish(TOPIC, "a", null));
        transactions.executeWithoutResult(_ -> publish("end", "end"));

        List<@Nullable String> read = readUntil("end");
        List<@Nullable String> expected = new ArrayList<>(values);
        expected.add(null);
        expected.add("end");
        assertThat(read).isEqualTo(expected);
        assertThat(cleanupPolicy()).isEqualTo("compact");
        await().atMost(Duration.ofSeconds(5)).until(() -> table.waiting() == 0);
    }

    @Test
    void publishingNeedsATransactionAndABoundedValue() {
        assertThatThrownBy(() -> publish("a", "b")).isInstanceOf(IllegalStateException.class);
        transactions.executeWithoutResult(_ -> assertThatThrownBy(
                        () -> outbox.publish(TOPIC, "a", new byte[Outbox.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class));
    }

    private void publish(String key, String value) {
        outbox.publish(TOPIC, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<@Nullable String> readUntil(String last) {
        List<@Nullable String> read = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka(), "auto.offset.reset", "earliest", "metadata.max.age.ms", 500);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            await().atMost(Duration.ofSeconds(15))
                    .ignoreExceptions()
                    .until(() -> consumer.partitionsFor(TOPIC, Duration.ofSeconds(1)) != null);
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
                return read.contains(last);
            });
        }
        return read;
    }

    private static String cleanupPolicy() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
            return admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("cleanup.policy")
                    .value();
        }
    }
}
