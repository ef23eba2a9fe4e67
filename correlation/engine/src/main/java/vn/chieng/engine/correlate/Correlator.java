package vn.chieng.engine.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.time.SessionPseudoClock;
import vn.chieng.event.Detection;
import vn.chieng.event.Evidence;
import vn.chieng.event.Signal;

/**
 * One partition's Drools session: takes detections in the order of the partition, says signals. Its clock is the latest time
 * of any detection so far. All it decides follows from the detections alone, so that reading a partition again decides the
 * same. Not thread-safe.
 */
final class Correlator implements AutoCloseable {
    /** More activations than one arrival can honestly cause: a rule that loops is a bug. */
    private static final int MAX_FIRINGS = 10_000;

    private final KieSession session;
    private final SessionPseudoClock clock;
    private final CorrelationMeters meters;
    private final Decisions decisions;
    private final Duration allowedLateness;
    private final Retained retained;
    private final KnownIds known;
    private long arrivals;

    Correlator(
            Knowledge knowledge,
            CorrelationLimits limits,
            Duration allowedLateness,
            CorrelationMeters meters,
            ToIntFunction<Evidence> size) {
        this.meters = meters;
        this.allowedLateness = allowedLateness;
        this.decisions = new Decisions(limits, meters, size);
        this.known = new KnownIds(limits.knownDetections());
        this.session = knowledge.newSession();
        this.clock = session.getSessionClock();
        this.retained = new Retained(session, limits, meters);
        session.setGlobal("decisions", decisions);
    }

    /** While silent, state is built and nothing is said: these detections were decided on before a restart. */
    void silent(boolean silent) {
        decisions.silent(silent);
    }

    /** Decides on one more detection; one that came before is dropped. */
    void accept(Detection detection) {
        advanceTo(detection.time());
        if (!known.add(detection.id(), clock.getCurrentTime())) {
            meters.repeated();
            return;
        }
        Observation observation = new Observation(detection, clock.getCurrentTime(), ++arrivals);
        if (observation.isKept()) {
            retained.keep(observation);
        }
        FactHandle arrival = session.insert(new Arrival(observation));
        int fired = session.fireAllRules(MAX_FIRINGS);
        session.delete(arrival);
        if (fired == MAX_FIRINGS) {
            throw new IllegalStateException("a correlation rule fires without end on detection " + detection.id());
        }
    }

    List<Signal> takeNews(boolean all) {
        return decisions.takeNews(all);
    }

    /** The latest time of any detection so far; the epoch before the first. */
    Instant clock() {
        return Instant.ofEpochMilli(clock.getCurrentTime());
    }

    int facts() {
        return retained.size();
    }

    /** What Drools itself holds of observations; as many as the books say. */
    long sessionFacts() {
        return session.getObjects(Observation.class::isInstance).size();
    }

    @Override
    public void close() {
        session.dispose();
    }

    private void advanceTo(Instant time) {
        long step = time.toEpochMilli() - clock.getCurrentTime();
        if (step > 0) {
            clock.advanceTime(step, TimeUnit.MILLISECONDS);
            long oldest = clock.getCurrentTime() - Observation.RETENTION.toMillis();
            retained.forgetExpired(oldest);
            known.forgetExpired(oldest);
            decisions.advance(clock());
        } else if (-step > allowedLateness.toMillis()) {
            meters.late();
        }
    }
}
