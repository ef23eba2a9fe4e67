package vn.chieng.api.rules.activity;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.kafka.TopicLoop;
import vn.chieng.event.Topics;

/** Reads {@code chieng.ruleactivity}; an offset is committed once its records are kept, and reading twice counts once. */
@Component
final class ActivityConsumer implements SmartLifecycle {
    private static final TopicLoop.Consumer CONSUMER =
            new TopicLoop.Consumer("rule-activity", "chieng-rule-activity", 2_000);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ActivityReading reading;
    private final ActivityStore store;
    private final TopicLoop loop;

    ActivityConsumer(KafkaSettings kafka, ActivityReading reading, ActivityStore store, MeterRegistry meters) {
        this.reading = reading;
        this.store = store;
        var retried = meters.counter("chieng.rules.activity.retried");
        loop = new TopicLoop(
                kafka, CONSUMER, new Topics(kafka.topics().prefix()).ruleActivity(), this::keep, retried::increment);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void keep(KafkaConsumer<byte[], byte[]> consumer) {
        List<byte[]> values = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
            if (each.value() != null) {
                values.add(each.value());
            }
        }
        if (!values.isEmpty()) {
            store.apply(reading.read(values));
        }
        consumer.commitSync();
    }
}
