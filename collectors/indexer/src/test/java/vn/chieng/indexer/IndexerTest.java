package vn.chieng.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.chieng.event.Ecs;

class IndexerTest {
    private static final TopicPartition PARTITION = new TopicPartition("chieng.events", 0);
    private static final Instant CREATED = Instant.parse("2026-11-22T06:41:07Z");

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final FakeLogStore store = new FakeLogStore();
    private final List<String> deadLetters = new ArrayList<>();
    private final Indexer indexer = new Indexer(
            consumer,
            store,
            (record, reason) -> deadLetters.add(reason),
            new IndexerSettings.Batches(3, DataSize.ofKilobytes(1), Duration.ofMillis(5)),
            new SimpleMeterRegistry());
    private final Thread thread = Thread.ofPlatform().unstarted(indexer);

    @AfterEach
    void stop() throws InterruptedException {
        indexer.stop();
        thread.join(5_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void storesEveryEventUnderItsIdInTheIndexOfItsDayAndThenCommits() {
        run(event("e1", "{\"a\":1}"), event("e2", "{\"a\":2}"));

        awaitCommitted(2);
        assertThat(store.stored).containsOnlyKeys("logs-r3-2026.11.22/e1", "logs-r3-2026.11.22/e2");
        assertThat(store.stored.get("logs-r3-2026.11.22/e1").json()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
    }

    @Test
    void commitsNothingWhileTheStoreIsDownAndLosesNothing() {
        store.failuresLeft = 4;

        run(event("e1", "{}"), event("e2", "{}"));

        awaitCommitted(2);
        assertThat(store.failuresLeft).isZero();
        assertThat(store.stored).hasSize(2);
        assertThat(indexer.storing()).isTrue();
    }

    @Test
    void keepsTheBytesOfADocumentThatTheStoreRefuses() {
        run(event("e1", "{}"), event("bad", "\"refuse me\""), event("e2", "{}"));

        awaitCommitted(3);
        assertThat(deadLetters).singleElement().asString().contains("mapper_parsing_exception");
        assertThat(new String(store.stored.get("logs-r3-2026.11.22/bad").json(), UTF_8))
                .contains("\"kind\":\"pipeline_error\"")
                .contains("\\\"refuse me\\\"")
                .contains("\"id\":\"org-1\"");
    }

    @Test
    void aRecordWithoutAnIdBecomesADeadLetterAndTheRestGoesOn() {
        ConsumerRecord<byte[], byte[]> nameless = event("x", "{}");
        nameless.headers().remove(Ecs.EVENT_ID);

        run(nameless, event("e1", "{}"));

        awaitCommitted(2);
        assertThat(deadLetters).singleElement().asString().contains("event.id");
        assertThat(store.stored).hasSize(1);
    }

    @Test
    void batchesAreBoundedInNumberAndBytes() {
        run(
                event("e1", "{}"),
                event("e2", "{}"),
                event("e3", "{}"),
                event("e4", "x".repeat(1000)),
                event("e5", "x".repeat(1000)));

        awaitCommitted(5);
        assertThat(store.batchSizes).containsExactly(3, 1, 1);
    }

    @SafeVarargs
    private void run(ConsumerRecord<byte[], byte[]>... records) {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        for (int offset = 0; offset < records.length; offset++) {
            ConsumerRecord<byte[], byte[]> record = records[offset];
            consumer.addRecord(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    record.timestamp(),
                    TimestampType.CREATE_TIME,
                    record.serializedKeySize(),
                    record.serializedValueSize(),
                    record.key(),
                    record.value(),
                    record.headers(),
                    Optional.empty()));
        }
        thread.start();
    }

    private void awaitCommitted(long offset) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            OffsetAndMetadata committed =
                    consumer.committed(java.util.Set.of(PARTITION)).get(PARTITION);
            assertThat(committed).isNotNull();
            assertThat(committed.offset()).isEqualTo(offset);
        });
    }

    private static ConsumerRecord<byte[], byte[]> event(String id, String json) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Ecs.EVENT_ID, id.getBytes(UTF_8));
        headers.add(Ecs.ORGANIZATION_ID, "org-1".getBytes(UTF_8));
        headers.add(vn.chieng.event.RecordHeaders.RETENTION_CLASS, "r3".getBytes(UTF_8));
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                0,
                CREATED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                json.length(),
                new byte[0],
                json.getBytes(UTF_8),
                headers,
                Optional.empty());
    }
}
