package vn.chieng.engine.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.chieng.event.Topics;

/** Creates the topics of the engine where they are absent; those that are there stay as they are. */
public final class TopicCreation {
    private static final int PARTITIONS = 6;
    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;
    private static final int TIMEOUT_SECONDS = 30;

    private final KafkaClients clients;

    public TopicCreation(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Creates what is absent.
     *
     * @throws KafkaException where Kafka does not answer or refuses
     */
    public void createAbsent() {
        Topics topics = new Topics(clients.settings().topicPrefix());
        List<NewTopic> wanted = List.of(
                topic(topics.events(), PARTITIONS, Duration.ofDays(3)),
                topic(topics.detections(), PARTITIONS, Duration.ofDays(7)),
                topic(topics.signals(), PARTITIONS, Duration.ofDays(14)),
                topic(topics.deadLetters(), 1, Duration.ofDays(30)),
                table(topics.rules()),
                table(topics.indicators()),
                passing(topics.ruleActivity(), Duration.ofDays(7)));
        try (Admin admin = clients.admin()) {
            await(admin.createTopics(wanted).values().values());
        }
    }

    /** A device's clock may be ahead of the broker's: its records must not be refused for that. */
    private NewTopic topic(String name, int partitions, Duration retention) {
        return new NewTopic(name, partitions, clients.settings().replicationFactor())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES),
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));
    }

    /** Holds the latest record of each key for ever; one partition, since it is read as a whole and in order. */
    private NewTopic table(String name) {
        return new NewTopic(name, 1, clients.settings().replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(MAX_MESSAGE_BYTES)));
    }

    /** Holds the latest record of each key, and that for a time only. */
    private NewTopic passing(String name, Duration retention) {
        return new NewTopic(name, 1, clients.settings().replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis())));
    }

    private static void await(Collection<KafkaFuture<Void>> creations) {
        for (KafkaFuture<Void> creation : creations) {
            try {
                creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("cannot create a topic", e.getCause());
                }
            } catch (TimeoutException e) {
                throw new KafkaException("cannot create a topic in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while creating a topic", e);
            }
        }
    }
}
