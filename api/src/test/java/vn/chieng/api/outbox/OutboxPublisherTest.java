package vn.chieng.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class OutboxPublisherTest {
    private final MemoryOutbox table = new MemoryOutbox();

    @Test
    void whatFollowsAFailureIsSentAgainBehindIt() {
        List<String> arrived = new ArrayList<>();
        boolean[] down = {true};
        OutboxPublisher publisher = publisher(batch -> {
            int accepted = down[0] ? 1 : batch.size();
            batch.subList(0, accepted).forEach(each -> arrived.add(each.key()));
            return accepted;
        });
        table.append(List.of(of("a"), of("b"), of("c")));

        assertThat(publisher.round()).isEqualTo(OutboxPublisher.Round.FAILED);
        assertThat(table.rows).extracting(OutboxRecord::key).containsExactly("b", "c");
        down[0] = false;
        assertThat(publisher.round()).isEqualTo(OutboxPublisher.Round.MORE);
        assertThat(publisher.round()).isEqualTo(OutboxPublisher.Round.NOTHING_LEFT);
        assertThat(arrived).containsExactly("a", "b", "c");
    }

    @Test
    void anInstanceWithoutTheLockSendsNothing() {
        table.append(List.of(of("a")));
        table.mine = false;
        OutboxPublisher publisher = publisher(_ -> {
            throw new AssertionError("sent without the lock");
        });
        assertThat(publisher.round()).isEqualTo(OutboxPublisher.Round.NOTHING_LEFT);
    }

    @Test
    void onlyTheRecordsBeforeTheFirstRefusalCountAsSent() {
        var producer = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                completeNext();
                errorNext(new TimeoutException("broker away"));
                completeNext();
            }
        };
        var sender = new KafkaSender(() -> producer, _ -> {});
        assertThat(sender.sent(List.of(of("a"), of("b"), of("c")))).isEqualTo(1);
    }

    private OutboxPublisher publisher(RecordSender sender) {
        return new OutboxPublisher(
                table, sender, TransactionOperations.withoutTransaction(), new SimpleMeterRegistry());
    }

    private static OutboxRecord of(String key) {
        return new OutboxRecord(0, "t", key, key.getBytes(StandardCharsets.UTF_8));
    }
}
