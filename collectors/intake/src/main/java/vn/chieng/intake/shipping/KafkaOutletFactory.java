package vn.chieng.intake.shipping;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes absent topics, then a producer that neither loses nor doubles nor reorders. A producer whose sequence the broker no longer accepts
 * (out of order, seen where the first batch met a partition without leader) would repeat for ever, therefore delivery has an end: the shipper
 * then opens a new one, and events that Kafka already had carry the same id.
 */
final class KafkaOutletFactory implements Outlet.Factory {
    private static final int ADMIN_TIMEOUT_MILLIS = 10_000;
    private static final int BATCH_BYTES = 64 << 10;
    private static final long BUFFER_BYTES = 8L << 20;
    private static final long MAX_BLOCK_MILLIS = Duration.ofHours(1).toMillis();
    /** After this a batch is given up and everything from the watermark on is sent again by a new producer. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 60_000;

    private static final Duration EVENTS_KEPT = Duration.ofDays(3);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private final KafkaSettings settings;

    KafkaOutletFactory(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outlet open() throws InterruptedException {
        createTopics();
        return new KafkaOutlet(new KafkaProducer<>(producerSettings()), settings.topics());
    }

    Map<String, Object> producerSettings() {
        Map<String, Object> producer = new HashMap<>();
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        producer.put(ProducerConfig.CLIENT_ID_CONFIG, "chieng-intake");
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        producer.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        producer.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        producer.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaSettings.MAX_MESSAGE_BYTES);
        producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return producer;
    }

    private void createTopics() throws InterruptedException {
        Map<String, Object> admin = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MILLIS / 2);
        try (Admin client = Admin.create(admin)) {
            List<NewTopic> topics = List.of(
                    topic(settings.topics().events(), KafkaSettings.EVENT_PARTITIONS, EVENTS_KEPT),
                    topic(settings.topics().deadLetters(), KafkaSettings.DEAD_LETTER_PARTITIONS, DEAD_LETTERS_KEPT));
            for (KafkaFuture<Void> created :
                    client.createTopics(topics).values().values()) {
                awaitCreated(created);
            }
        }
    }

    private static void awaitCreated(KafkaFuture<Void> created) throws InterruptedException {
        try {
            created.get(ADMIN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topics cannot be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("kafka does not answer", e);
        }
    }

    /** The clock of an intake at the edge may be ahead of the broker's: its events must not be refused for that. */
    private NewTopic topic(String name, int partitions, Duration kept) {
        return new NewTopic(name, partitions, settings.replicationFactor())
                .configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(KafkaSettings.MAX_MESSAGE_BYTES),
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(kept.toMillis()),
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                        Long.toString(Long.MAX_VALUE)));
    }
}
