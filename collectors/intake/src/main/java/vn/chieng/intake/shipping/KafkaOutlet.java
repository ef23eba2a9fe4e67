package vn.chieng.intake.shipping;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.Topics;

/** Kafka as an outlet. */
final class KafkaOutlet implements Outlet {
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final int MAX_DEAD_VALUE_BYTES = 1 << 20;

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;

    KafkaOutlet(Producer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    @Override
    public void send(OutgoingRecord event, Consumer<Result> result) {
        send(record(topics.events(), event, event.value()), result);
    }

    @Override
    public void sendDead(OutgoingRecord event, String reason, Consumer<Result> result) {
        byte[] value = event.value().length <= MAX_DEAD_VALUE_BYTES
                ? event.value()
                : Arrays.copyOf(event.value(), MAX_DEAD_VALUE_BYTES);
        ProducerRecord<byte[], byte[]> letter = record(topics.deadLetters(), event, value);
        letter.headers()
                .add(RecordHeaders.DEAD_REASON, Stamper.utf8(reason))
                .add(RecordHeaders.DEAD_TOPIC, Stamper.utf8(topics.events()));
        send(letter, result);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, OutgoingRecord event, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, event.created().toEpochMilli(), Stamper.utf8(event.key()), value);
        event.headers().forEach((name, text) -> record.headers().add(name, Stamper.utf8(text)));
        return record;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(ProducerRecord<byte[], byte[]> record, Consumer<Result> result) {
        try {
            producer.send(record, (_, error) -> result.accept(result(error)));
        } catch (KafkaException | IllegalStateException e) {
            result.accept(result(e));
        }
    }

    private static Result result(@Nullable Exception error) {
        return switch (error) {
            case null -> new Result.Stored();
            case RecordTooLargeException e -> new Result.Refused(e.toString());
            case InvalidRecordException e -> new Result.Refused(e.toString());
            case InvalidTimestampException e -> new Result.Refused(e.toString());
            case SerializationException e -> new Result.Refused(e.toString());
            default -> new Result.Broken(error.toString());
        };
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
