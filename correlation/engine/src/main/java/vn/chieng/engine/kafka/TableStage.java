package vn.chieng.engine.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a table topic from its beginning and goes on as it changes; every process reads all of it, in no group. A stage that
 * follows a failed one goes on where that one was: tombstones stay in a topic for a day, so none is missed by that.
 */
public final class TableStage implements Stage {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final TableReader reader;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> positions;
    private boolean whole;

    /**
     * Assigns all partitions of the topic.
     *
     * @param positions where the stage before was; this one notes there where it is
     * @throws KafkaException where the topic is not there, or Kafka does not answer
     */
    public TableStage(
            Consumer<byte[], byte[]> consumer, String topic, TableReader reader, Map<TopicPartition, Long> positions) {
        this.consumer = consumer;
        this.reader = reader;
        this.positions = positions;
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        positions.forEach((partition, position) -> {
            if (partitions.contains(partition)) {
                consumer.seek(partition, position);
            }
        });
        ends = Map.copyOf(consumer.endOffsets(partitions));
    }

    @Override
    public void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.key() != null) {
                reader.take(new String(record.key(), StandardCharsets.UTF_8), record.value());
            }
        }
        ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
        reader.rest(progress());
    }

    private TableReader.Progress progress() {
        whole = whole || ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
        if (!whole) {
            return TableReader.Progress.READING;
        }
        boolean written = ends.keySet().stream().anyMatch(partition -> position(partition) > 0);
        return written ? TableReader.Progress.READ : TableReader.Progress.NEVER_WRITTEN;
    }

    private long position(TopicPartition partition) {
        return positions.getOrDefault(partition, 0L);
    }

    /** Nothing is committed: the next process reads everything. */
    @Override
    public void finish() {}

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
