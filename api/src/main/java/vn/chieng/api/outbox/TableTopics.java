package vn.chieng.api.outbox;

import java.util.Collection;

/** Compacted topics, each made before its first record. */
interface TableTopics {

    /**
     * Creates what is absent.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka does not answer or refuses
     */
    void create(Collection<String> names);
}
