package vn.chieng.engine.rules;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the thread that compiles rules leaves them, and the thread that matches takes them up between two events. */
public final class RuleSwap {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSwap.class);

    /** Reasons of one generation that are logged; the others are counted. */
    private static final int MOST_REASONS = 20;

    private final AtomicReference<@Nullable RuleGeneration> next = new AtomicReference<>();
    private final AtomicReference<@Nullable RuleGeneration> latest = new AtomicReference<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Timer preparing;

    public RuleSwap(MeterRegistry registry) {
        Gauge.builder("chieng.engine.rules.active", this, RuleSwap::size).register(registry);
        Gauge.builder("chieng.engine.rules.refused", this, RuleSwap::refused).register(registry);
        preparing = registry.timer("chieng.engine.rules.prepared");
    }

    /** Leaves rules that are ready to run. */
    void offer(RuleGeneration generation, Duration took) {
        preparing.record(took);
        latest.set(generation);
        next.set(generation);
        first.countDown();
        generation.refused().stream()
                .limit(MOST_REASONS)
                .forEach(refused -> LOG.atWarn()
                        .addKeyValue("rule.id", refused.id())
                        .addKeyValue("chieng.rule.issue", refused.reason())
                        .log("sigma rule refused"));
        LOG.atInfo()
                .addKeyValue("chieng.engine.rules.active", generation.size())
                .addKeyValue("chieng.engine.rules.refused", generation.refused().size())
                .addKeyValue("event.duration", took.toNanos())
                .log("sigma rules are ready");
    }

    /** The rules that were left since the last time, if any. */
    @Nullable
    RuleGeneration take() {
        return next.get() == null ? null : next.getAndSet(null);
    }

    /** Waits for the first rules; false where there are none in time. */
    public boolean awaitFirst(Duration patience) throws InterruptedException {
        return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many rules run. */
    public int size() {
        RuleGeneration current = latest.get();
        return current == null ? 0 : current.size();
    }

    private int refused() {
        RuleGeneration current = latest.get();
        return current == null ? 0 : current.refused().size();
    }
}
