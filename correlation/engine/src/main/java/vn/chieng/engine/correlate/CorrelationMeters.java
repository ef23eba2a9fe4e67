package vn.chieng.engine.correlate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicLong;

/** What the correlate stage counts. */
final class CorrelationMeters {
    private final MeterRegistry registry;
    private final Counter consumed;
    private final Counter repeated;
    private final Counter emitted;
    private final Counter late;
    private final Counter evicted;
    private final Counter dead;
    private final Timer replay;
    private final AtomicLong facts;

    CorrelationMeters(MeterRegistry registry) {
        this.registry = registry;
        consumed = registry.counter("chieng.engine.detections.consumed");
        repeated = registry.counter("chieng.engine.detections.repeated");
        late = registry.counter("chieng.engine.detections.late");
        emitted = registry.counter("chieng.engine.signals.emitted");
        evicted = registry.counter("chieng.engine.facts.evicted");
        dead = registry.counter("chieng.engine.detections.dead");
        replay = registry.timer("chieng.engine.replays.finished");
        facts = registry.gauge("chieng.engine.facts.held", new AtomicLong());
    }

    void consumed() {
        consumed.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void late() {
        late.increment();
    }

    void emitted(int signals) {
        emitted.increment(signals);
    }

    void evicted() {
        evicted.increment();
    }

    void dead() {
        dead.increment();
    }

    void replayed(long nanos) {
        replay.record(java.time.Duration.ofNanos(nanos));
    }

    void facts(long held) {
        facts.set(held);
    }

    void heldBack(CorrelationRule rule) {
        registry.counter("chieng.engine.signals.held.back", "rule", rule.name()).increment();
    }
}
