package vn.chieng.intake.shipping;

import vn.chieng.event.Topics;

/** Where Kafka is, and how the topics are made where they are absent. */
public record KafkaSettings(String bootstrapServers, Topics topics, short replicationFactor) {
    /** {@code max.message.bytes} of the topics. */
    static final int MAX_MESSAGE_BYTES = 2 << 20;
    /** Largest event; the rest of a message is key, headers and frame. */
    static final int MAX_VALUE_BYTES = MAX_MESSAGE_BYTES - (16 << 10);

    static final int EVENT_PARTITIONS = 6;
    static final int DEAD_LETTER_PARTITIONS = 1;
}
