package vn.chieng.engine.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** Opens the reading of a table topic, again after each failure. */
public final class TableReading implements Supplier<Stage> {
    private final KafkaClients clients;
    private final String topic;
    private final TableReader reader;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    public TableReading(KafkaClients clients, String topic, TableReader reader) {
        this.clients = clients;
        this.topic = topic;
        this.reader = reader;
    }

    @Override
    public Stage get() {
        new TopicCreation(clients).createAbsent();
        return new TableStage(clients.tableConsumer(), topic, reader, positions);
    }
}
