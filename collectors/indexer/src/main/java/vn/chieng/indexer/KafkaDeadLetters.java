package vn.chieng.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.Topics;

/** Keeps dead letters in their Kafka topic. */
final class KafkaDeadLetters implements DeadLetters {
    private final Producer<byte[], byte[]> producer;
    private final Topics topics;

    KafkaDeadLetters(Producer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    @Override
    public void keep(ConsumerRecord<byte[], byte[]> record, String reason) throws IOException {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topics.deadLetters(), null, record.key(), record.value(), record.headers());
        add(letter, RecordHeaders.DEAD_REASON, reason);
        add(letter, RecordHeaders.DEAD_TOPIC, record.topic());
        add(letter, RecordHeaders.DEAD_PARTITION, Integer.toString(record.partition()));
        add(letter, RecordHeaders.DEAD_OFFSET, Long.toString(record.offset()));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new IOException("the dead letter was not taken", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keeping a dead letter", e);
        }
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
