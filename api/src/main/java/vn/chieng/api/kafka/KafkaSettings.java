package vn.chieng.api.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where Kafka is and how its topics are called. */
@ConfigurationProperties("chieng")
public record KafkaSettings(
        @DefaultValue Kafka kafka, @DefaultValue TopicNames topics) {

    /** The brokers. */
    public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {}

    /** What stands before every topic's name. */
    public record TopicNames(@DefaultValue("") String prefix) {}
}
