package vn.chieng.engine.correlate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chieng.event.Detection;
import vn.chieng.event.Evidence;
import vn.chieng.event.Signal;

/** A correlator for tests, and what it said. */
final class Correlation implements AutoCloseable {
    static final CorrelationLimits LIMITS = new CorrelationLimits(256, 20_000, 10_000, 50_000, 1_000);

    /** Compiled once for all tests: it takes seconds. */
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Correlator correlator;
    final List<Signal> said = new ArrayList<>();

    Correlation() {
        this(LIMITS);
    }

    Correlation(CorrelationLimits limits) {
        correlator = new Correlator(
                KNOWLEDGE,
                limits,
                Duration.ofMinutes(10),
                new CorrelationMeters(meters),
                evidence -> evidence.original().length() + 300);
    }

    static Knowledge knowledge() {
        return KNOWLEDGE;
    }

    Correlation accept(Detection detection) {
        correlator.accept(detection);
        said.addAll(correlator.takeNews(true));
        return this;
    }

    /** Everything said, merged as an incident store would: evidence of each signal is a set. */
    Map<String, Set<String>> evidenceBySignal() {
        return merged(said);
    }

    static Map<String, Set<String>> merged(List<Signal> signals) {
        Map<String, Set<String>> merged = new TreeMap<>();
        for (Signal signal : signals) {
            Set<String> evidence = merged.computeIfAbsent(
                    signal.incidentKey() + " " + signal.rule().level().code() + " " + signal.id(),
                    key -> new TreeSet<>());
            signal.evidence().stream().map(Evidence::eventId).forEach(evidence::add);
        }
        return merged;
    }

    /** Incident keys said so far, each with the level of the signal, without repeats. */
    List<String> incidents() {
        return said.stream()
                .map(signal ->
                        signal.incidentKey() + " " + signal.rule().level().code())
                .distinct()
                .toList();
    }

    double count(String meter) {
        return meters.get(meter).counter().count();
    }

    @Override
    public void close() {
        correlator.close();
    }
}
