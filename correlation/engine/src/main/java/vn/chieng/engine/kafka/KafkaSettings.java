package vn.chieng.engine.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is and how topics are called.
 *
 * @param instance name of this process within its groups, fixed over restarts; a process that comes back under its name
 *     takes its partitions up at once. Null: none, partitions of a killed process are free after its session timeout
 */
public record KafkaSettings(
        String bootstrapServers,
        String topicPrefix,
        short replicationFactor,
        @Nullable String instance) {}
