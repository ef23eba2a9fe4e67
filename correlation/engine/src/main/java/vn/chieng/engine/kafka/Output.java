package vn.chieng.engine.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.Topics;

/** What a stage writes. Nothing counts as written before {@link #flush()} has returned. */
public final class Output implements AutoCloseable {
    /** Bytes of a dead value that are kept. */
    static final int MAX_DEAD_VALUE = 1024 * 1024;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Output(Producer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /** Hands a record over; it is sent in the background. */
    public void write(String topic, String key, byte[] value, Instant time) {
        send(new ProducerRecord<>(topic, null, time.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** Puts a record that cannot be used among the dead letters, with the reason. */
    public void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        byte[] value = record.value();
        byte[] kept = value == null || value.length <= MAX_DEAD_VALUE ? value : Arrays.copyOf(value, MAX_DEAD_VALUE);
        ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>(topics.deadLetters(), record.key(), kept);
        record.headers().forEach(dead.headers()::add);
        header(dead, RecordHeaders.DEAD_REASON, reason);
        header(dead, RecordHeaders.DEAD_TOPIC, record.topic());
        header(dead, RecordHeaders.DEAD_PARTITION, Integer.toString(record.partition()));
        header(dead, RecordHeaders.DEAD_OFFSET, Long.toString(record.offset()));
        send(dead);
    }

    /**
     * Waits until everything handed over is acknowledged.
     *
     * @throws KafkaException where anything was not
     */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaException("a record was not written", failed);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every failure
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
