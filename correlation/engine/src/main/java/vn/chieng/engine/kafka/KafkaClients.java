package vn.chieng.engine.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients of a stage. */
public final class KafkaClients {
    /** Records taken in one poll; deciding on so many takes far less than the group allows between polls. */
    static final int MAX_POLL_RECORDS = 500;

    /** Rows taken in one poll; the whole of a table is read at the start. */
    static final int MAX_TABLE_RECORDS = 5_000;

    /** Without a heartbeat for so long, the group gives the partitions to others. */
    static final int SESSION_TIMEOUT_MILLIS = 10_000;

    /** An unsent record fails the stage after so long; it then begins again from what is committed. */
    static final int DELIVERY_TIMEOUT_MILLIS = 60_000;

    /** A topic that is created later is noticed after so long. */
    static final int METADATA_AGE_MILLIS = 10_000;

    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private final KafkaSettings settings;

    public KafkaClients(KafkaSettings settings) {
        this.settings = settings;
    }

    KafkaSettings settings() {
        return settings;
    }

    /** A member of a group that commits by itself, and reads from the start where nothing is committed. */
    public Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> options = common();
        options.put(ConsumerConfig.GROUP_ID_CONFIG, settings.topicPrefix() + group);
        if (settings.instance() != null) {
            options.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        }
        options.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        options.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        options.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        options.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        options.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MILLIS / 4);
        options.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(options, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A reader of whole topics, a member of no group. */
    public Consumer<byte[], byte[]> tableConsumer() {
        Map<String, Object> options = common();
        options.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        options.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        options.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_TABLE_RECORDS);
        return new KafkaConsumer<>(options, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that repeats and reorders nothing. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> options = common();
        options.put(ProducerConfig.ACKS_CONFIG, "all");
        options.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        options.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        options.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        options.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        options.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        return new KafkaProducer<>(options, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(common());
    }

    private Map<String, Object> common() {
        Map<String, Object> options = new HashMap<>();
        options.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        options.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        options.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
        return options;
    }
}
