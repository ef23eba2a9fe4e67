package vn.chieng.api.outbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Asks the brokers once for each topic. */
final class KafkaTableTopics implements TableTopics {
    private static final int TIMEOUT_SECONDS = 10;

    private final String bootstrapServers;
    /** Read by one thread only. */
    private final Set<String> known = new HashSet<>();

    KafkaTableTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void create(Collection<String> names) {
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000);
        try (Admin admin = Admin.create(settings)) {
            for (String name : unknown) {
                create(admin, name);
                known.add(name);
            }
        }
    }

    /** One partition: a table is read as a whole, and its records stand in one order. Replicas are the brokers' default. */
    private static void create(Admin admin, String name) {
        var topic = new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
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
