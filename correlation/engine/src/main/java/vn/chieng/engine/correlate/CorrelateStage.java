package vn.chieng.engine.correlate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.event.Detection;
import vn.chieng.event.Signal;
import vn.chieng.event.Topics;

/**
 * Detections to signals. A position is committed only after the signals of everything before it are written. With the
 * position goes the session's clock, from which a restart knows how far back to read.
 */
final class CorrelateStage implements Stage {
    /** How long a growing signal and a commit wait. */
    static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Output output;
    private final Topics topics;
    private final Sessions sessions;
    private final RecordJson json;
    private final CorrelationMeters meters;
    private final StageState state;
    private final Clock clock;
    private final Map<TopicPartition, PartitionSession> open = new HashMap<>();
    private Instant committed;

    CorrelateStage(
            Consumer<byte[], byte[]> consumer,
            Output output,
            Topics topics,
            Sessions sessions,
            StageState state,
            Clock clock) {
        this.consumer = consumer;
        this.output = output;
        this.topics = topics;
        this.sessions = sessions;
        this.json = sessions.json();
        this.meters = sessions.meters();
        this.state = state;
        this.clock = clock;
        this.committed = clock.instant();
        consumer.subscribe(List.of(topics.detections()), new Assignment());
    }

    @Override
    public void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            PartitionSession session = open.get(new TopicPartition(record.topic(), record.partition()));
            if (session != null) {
                take(session, record);
            }
        }
        say(false);
        if (clock.instant().isAfter(committed.plus(COMMIT_INTERVAL))) {
            commit(open.keySet());
            state.measureLag(consumer);
            meters.facts(open.values().stream()
                    .mapToLong(session -> session.correlator().facts())
                    .sum());
        }
    }

    private void take(PartitionSession session, ConsumerRecord<byte[], byte[]> record) {
        Detection detection = json.detection(record.value());
        if (detection != null) {
            meters.consumed();
            session.accept(detection, record.offset());
            return;
        }
        if (session.isNews(record.offset())) {
            meters.dead();
            output.bury(record, "not a detection");
        }
        session.skip(record.offset());
    }

    private void say(boolean all) {
        for (PartitionSession session : open.values()) {
            List<Signal> signals = session.correlator().takeNews(all);
            for (Signal signal : signals) {
                output.write(topics.signals(), signal.incidentKey(), json.bytes(signal), clock.instant());
            }
            meters.emitted(signals.size());
        }
    }

    private void commit(Collection<TopicPartition> partitions) {
        say(true);
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionSession session = open.get(partition);
            if (session != null && session.hasMoved()) {
                positions.put(partition, session.position());
            }
        }
        if (!positions.isEmpty()) {
            output.flush();
            try {
                consumer.commitSync(positions);
                positions.forEach((partition, position) -> committed(partition));
            } catch (RebalanceInProgressException e) {
                // The next poll ends the rebalance; what is not committed by then is committed after it.
                return;
            }
        }
        committed = clock.instant();
    }

    private void committed(TopicPartition partition) {
        PartitionSession session = open.get(partition);
        if (session != null) {
            session.committed();
        }
    }

    @Override
    public void finish() {
        commit(List.copyOf(open.keySet()));
    }

    @Override
    public void close() {
        state.assigned(false);
        open.values().forEach(PartitionSession::close);
        open.clear();
        output.close();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                open.put(partition, sessions.open(consumer, partition));
            }
            state.assigned(true);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(partitions);
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                PartitionSession session = open.remove(partition);
                if (session != null) {
                    session.close();
                }
            }
        }
    }
}
