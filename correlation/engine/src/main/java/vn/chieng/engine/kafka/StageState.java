package vn.chieng.engine.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;

/** What a stage lets others see of it. */
public final class StageState {
    private final AtomicBoolean assigned = new AtomicBoolean();
    private final AtomicLong lag;

    public StageState(String stage, MeterRegistry registry) {
        lag = registry.gauge(
                "chieng.engine.lag", io.micrometer.core.instrument.Tags.of("stage", stage), new AtomicLong());
    }

    /** Whether the group has given the stage its share, be it empty. */
    public boolean isAssigned() {
        return assigned.get();
    }

    public void assigned(boolean now) {
        assigned.set(now);
    }

    /** Notes how many records wait. */
    public void measureLag(Consumer<?, ?> consumer) {
        lag.set(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
    }
}
