package vn.chieng.engine.detect;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the detect stage counts. */
final class DetectMeters {
    private final Counter consumed;
    private final Counter produced;
    private final Counter dead;

    DetectMeters(MeterRegistry registry) {
        consumed = registry.counter("chieng.engine.events.consumed");
        produced = registry.counter("chieng.engine.detections.produced");
        dead = registry.counter("chieng.engine.events.dead");
    }

    void consumed() {
        consumed.increment();
    }

    void produced() {
        produced.increment();
    }

    void dead() {
        dead.increment();
    }
}
