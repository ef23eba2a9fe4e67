package vn.chieng.api.rules.activity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.kafka.OwnThread;
import vn.chieng.event.Topics;

/** Reads {@code chieng.ruleactivity}; an offset is committed once its records are kept, and reading twice counts once. */
@Component
final class ActivityConsumer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityConsumer.class);
    private static final String GROUP = "chieng-rule-activity";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final ActivityReading reading;
    private final ActivityStore store;
    private final Counter retried;
    private final OwnThread thread = new OwnThread("rule-activity");
    private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

    ActivityConsumer(KafkaSettings kafka, ActivityReading reading, ActivityStore store, MeterRegistry meters) {
        this.kafka = kafka;
        this.topics = new Topics(kafka.topics().prefix());
        this.reading = reading;
        this.store = store;
        retried = meters.counter("chieng.rules.activity.retried");
    }

    @Override
    public void start() {
        thread.start(this::run);
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

    /** After whatever failed a new consumer begins where the last commit stands. */
    private void run() {
        Duration pause = FIRST_PAUSE;
        while (thread.isRunning()) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(configuration())) {
                current = consumer;
                consumer.subscribe(List.of(topics.ruleActivity()));
                while (thread.isRunning()) {
                    keep(consumer.poll(POLL));
                    consumer.commitSync();
                    pause = FIRST_PAUSE;
                }
            } catch (WakeupException e) {
                // stop was called
            } catch (KafkaException | DataAccessException | TransactionException e) {
                LOG.atWarn()
                        .addKeyValue("error.type", e.getClass().getName())
                        .log("activity of rules cannot be read or kept; trying again");
                retried.increment();
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } finally {
                current = null;
            }
        }
    }

    private void keep(ConsumerRecords<byte[], byte[]> records) {
        List<byte[]> values = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> each : records) {
            if (each.value() != null) {
                values.add(each.value());
            }
        }
        if (!values.isEmpty()) {
            store.apply(reading.read(values));
        }
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
                2_000,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "chieng-api-activity",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }
}
