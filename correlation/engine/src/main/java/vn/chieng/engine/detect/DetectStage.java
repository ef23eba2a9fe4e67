package vn.chieng.engine.detect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import tools.jackson.core.JacksonException;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.event.Detection;
import vn.chieng.event.Topics;

/** Events to detections. A position is committed only after the detections of everything before it are written. */
final class DetectStage implements Stage {
    /** How long a commit waits. */
    static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Output output;
    private final Topics topics;
    private final EventMatcher matcher;
    private final ActivityReport activity;
    private final DetectSettings settings;
    private final DetectMeters meters;
    private final StageState state;
    private final Clock clock;
    private final RecordJson json = new RecordJson();
    private Instant committed;
    private boolean moved;

    DetectStage(
            Consumer<byte[], byte[]> consumer,
            Output output,
            Topics topics,
            EventMatcher matcher,
            ActivityReport activity,
            DetectSettings settings,
            DetectMeters meters,
            StageState state,
            Clock clock) {
        this.consumer = consumer;
        this.output = output;
        this.topics = topics;
        this.matcher = matcher;
        this.activity = activity;
        this.settings = settings;
        this.meters = meters;
        this.state = state;
        this.clock = clock;
        this.committed = clock.instant();
        activity.begin();
        consumer.subscribe(List.of(topics.events()), new Assignment());
    }

    @Override
    public void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            take(record);
            moved = true;
        }
        activity.writeIfDue(output);
        if (clock.instant().isAfter(committed.plus(COMMIT_INTERVAL))) {
            commit();
            state.measureLag(consumer);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        meters.consumed();
        if (record.value() == null) {
            bury(record, "no value");
            return;
        }
        try {
            List<Match> matches = matcher.match(record.value());
            if (!matches.isEmpty() || !ReceivedEvent.hasId(record)) {
                detect(record, matches);
            }
        } catch (JacksonException e) {
            bury(record, "not an event: " + e.getOriginalMessage());
        }
    }

    /** Only here, where evidence is wanted, the whole event becomes an object. */
    private void detect(ConsumerRecord<byte[], byte[]> record, List<Match> matches) {
        ReceivedEvent event = ReceivedEvent.of(json.event(record.value()), record);
        if (event == null) {
            bury(record, "no event.id");
            return;
        }
        for (Match match : matches) {
            for (Detection detection : event.detections(match, settings.allowedLateness(), settings.indexPrefix())) {
                output.write(topics.detections(), detection.entity().key(), json.bytes(detection), detection.time());
                meters.produced();
            }
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        meters.dead();
        output.bury(record, reason);
    }

    @Override
    public void finish() {
        activity.write(output);
        output.flush();
        commit();
    }

    private void commit() {
        if (moved) {
            output.flush();
            try {
                consumer.commitSync();
                moved = false;
            } catch (RebalanceInProgressException e) {
                // The next poll ends the rebalance; what is not committed by then is committed after it.
                return;
            }
        }
        committed = clock.instant();
    }

    @Override
    public void close() {
        state.assigned(false);
        output.close();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            state.assigned(true);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit();
        }

        /** Others have them already; they detect again what was not committed, with the same ids. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {}
    }
}
