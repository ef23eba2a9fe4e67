package vn.chieng.api.incidents.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.kafka.TopicLoop;
import vn.chieng.event.Topics;

/**
 * Reads {@code chieng.signals} and applies each record before its offset is committed. While PostgreSQL is away the
 * partition waits; a record that cannot be applied although PostgreSQL answers goes to the dead letters.
 */
@Component
final class SignalConsumer implements SmartLifecycle {
    private static final TopicLoop.Consumer CONSUMER = new TopicLoop.Consumer("signals", "chieng-incidents", 200);
    private static final Duration POLL = Duration.ofMillis(500);

    private final SignalSettings settings;
    private final SignalHandler handler;
    private final Counter failures;
    private final TopicLoop loop;
    private Duration pause = Duration.ZERO;

    SignalConsumer(KafkaSettings kafka, SignalSettings settings, SignalHandler handler, MeterRegistry meters) {
        this.settings = settings;
        this.handler = handler;
        failures = meters.counter("chieng.incidents.signals.retried");
        loop = new TopicLoop(
                kafka, CONSUMER, new Topics(kafka.topics().prefix()).signals(), this::apply, failures::increment);
    }

    @Override
    public void start() {
        if (settings.consume()) {
            loop.start();
        }
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void apply(KafkaConsumer<byte[], byte[]> consumer) {
        if (!pause.isZero()) {
            waitWhileInGroup(consumer);
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        boolean allApplied = true;
        for (TopicPartition partition : records.partitions()) {
            allApplied &= applyInOrder(consumer, partition, records.records(partition));
        }
        pause = allApplied ? Duration.ZERO : TopicLoop.longer(pause);
    }

    private boolean applyInOrder(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        long next = records.getFirst().offset();
        boolean applied = true;
        for (ConsumerRecord<byte[], byte[]> signal : records) {
            applied = loop.isRunning() && handler.handled(signal);
            if (!applied) {
                failures.increment();
                consumer.seek(partition, signal.offset());
                break;
            }
            next = signal.offset() + 1;
        }
        if (next > records.getFirst().offset()) {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        }
        return applied;
    }

    /** Keeps polling paused partitions, so that the group does not take this consumer for dead. */
    private void waitWhileInGroup(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.pause(consumer.assignment());
        long end = System.nanoTime() + pause.toNanos();
        while (loop.isRunning() && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100));
            consumer.pause(consumer.assignment());
        }
        consumer.resume(consumer.assignment());
    }
}
