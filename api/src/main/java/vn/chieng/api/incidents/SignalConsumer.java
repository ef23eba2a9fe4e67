package vn.chieng.api.incidents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.kafka.OwnThread;
import vn.chieng.event.Topics;

/**
 * Reads {@code chieng.signals} and applies each record before its offset is committed. While PostgreSQL is away the
 * partition waits; a record that cannot be applied although PostgreSQL answers goes to the dead letters.
 */
@Component
final class SignalConsumer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SignalConsumer.class);
    private static final String GROUP = "chieng-incidents";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final IncidentSettings settings;
    private final SignalHandler handler;
    private final Topics topics;
    private final Counter failures;
    private final OwnThread thread = new OwnThread("signal-consumer");
    private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

    SignalConsumer(KafkaSettings kafka, IncidentSettings settings, SignalHandler handler, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.handler = handler;
        topics = new Topics(kafka.topics().prefix());
        failures = meters.counter("chieng.incidents.signals.retried");
    }

    @Override
    public void start() {
        if (settings.consume()) {
            thread.start(this::run);
        }
    }

    @Override
    public void stop() {
        thread.end();
        KafkaConsumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (thread.isRunning()) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(configuration())) {
                current = consumer;
                consumer.subscribe(List.of(topics.signals()));
                consume(consumer);
                pause = FIRST_PAUSE;
            } catch (WakeupException e) {
                // stop was called
            } catch (KafkaException e) {
                LOG.atWarn().setCause(e).log("signals cannot be read; trying again");
                pause = longer(pause);
                sleep(pause);
            } finally {
                current = null;
            }
        }
    }

    private void consume(KafkaConsumer<byte[], byte[]> consumer) {
        Duration pause = Duration.ZERO;
        while (thread.isRunning()) {
            if (!pause.isZero()) {
                waitWhileInGroup(consumer, pause);
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            boolean allApplied = true;
            for (TopicPartition partition : records.partitions()) {
                allApplied &= applyInOrder(consumer, partition, records.records(partition));
            }
            pause = allApplied ? Duration.ZERO : longer(pause);
        }
    }

    private boolean applyInOrder(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        long next = records.getFirst().offset();
        boolean applied = true;
        for (ConsumerRecord<byte[], byte[]> signal : records) {
            applied = thread.isRunning() && handler.handled(signal);
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
    private void waitWhileInGroup(KafkaConsumer<byte[], byte[]> consumer, Duration pause) {
        consumer.pause(consumer.assignment());
        long end = System.nanoTime() + pause.toNanos();
        while (thread.isRunning() && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100));
            consumer.pause(consumer.assignment());
        }
        consumer.resume(consumer.assignment());
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> configuration() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.kafka().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                topics.prefix() + GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // the topic may be made after this process has started
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                5_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                200,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "chieng-api",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }
}
