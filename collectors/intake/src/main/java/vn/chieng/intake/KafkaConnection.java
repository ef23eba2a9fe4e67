package vn.chieng.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where Kafka is. */
@ConfigurationProperties("chieng.kafka")
record KafkaConnection(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {}
