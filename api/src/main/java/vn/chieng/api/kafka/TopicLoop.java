package vn.chieng.api.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.chieng.event.Topics;

/** Reads one topic on a thread of its own; after whatever failed a new consumer begins where the last commit stands. */
public final class TopicLoop {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** The topic may be made after this process has started. */
    private static final int METADATA_MAX_AGE = 5_000;

    private final String topic;
    private final Map<String, Object> configuration;
    private final Round round;
    private final Runnable afterFailure;
    private final OwnThread thread;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

    /** Polls once and commits what is kept. */
    @FunctionalInterface
    public interface Round {
        /** Fails with Kafka's or the database's exceptions where it has to be done again. */
        void read(KafkaConsumer<byte[], byte[]> consumer);
    }

    /**
     * Who reads.
     *
     * @param group without the prefix of the topics
     * @param mostRecords of one poll
     */
    public record Consumer(String name, String group, int mostRecords) {}

    public TopicLoop(KafkaSettings kafka, Consumer consumer, String topic, Round round, Runnable afterFailure) {
        this.topic = topic;
        this.round = round;
        this.afterFailure = afterFailure;
        this.thread = new OwnThread(consumer.name());
        this.configuration = configuration(kafka, consumer);
    }

    public void start() {
        thread.start(this::run);
    }

    /** Ends the poll under way, and waits. */
    public void stop() {
        thread.end();
        KafkaConsumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.stop();
    }

    public boolean isRunning() {
        return thread.isRunning();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (thread.isRunning()) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(configuration)) {
                current = consumer;
                consumer.subscribe(List.of(topic));
                while (thread.isRunning()) {
                    round.read(consumer);
                    pause = FIRST_PAUSE;
                }
            } catch (WakeupException e) {
                // stop was called
            } catch (KafkaException | DataAccessException | TransactionException e) {
                LOG.atWarn()
                        .addKeyValue("error.type", e.getClass().getName())
                        .addKeyValue("chieng.topic", topic)
                        .log("a topic cannot be read or kept; trying again");
                afterFailure.run();
                sleep(pause);
                pause = longer(pause);
            } finally {
                current = null;
            }
        }
    }

    /** Twice as long, up to a limit. */
    public static Duration longer(Duration pause) {
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

    private static Map<String, Object> configuration(KafkaSettings kafka, Consumer consumer) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.kafka().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                new Topics(kafka.topics().prefix()).prefix() + consumer.group(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                METADATA_MAX_AGE,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                consumer.mostRecords(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "chieng-api-" + consumer.name(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }
}
