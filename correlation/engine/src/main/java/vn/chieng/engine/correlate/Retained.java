package vn.chieng.engine.correlate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The observations a session holds, in order of arrival, within the limits. Drools drops expired facts by itself; this keeps
 * the books that the limits need. What is held follows from the latest arrivals alone, so a restart finds the same.
 */
final class Retained {
    private final KieSession session;
    private final CorrelationLimits limits;
    private final CorrelationMeters meters;
    private final ArrayDeque<Held> all = new ArrayDeque<>();
    private final Map<String, ArrayDeque<Held>> groups = new HashMap<>();
    private int size;

    Retained(KieSession session, CorrelationLimits limits, CorrelationMeters meters) {
        this.session = session;
        this.limits = limits;
        this.meters = meters;
    }

    int size() {
        return size;
    }

    /** Inserts an observation; where a limit is reached, the oldest arrival gives way. */
    void keep(Observation observation) {
        Held fact = new Held(observation.group(), observation.getArrived(), session.insert(observation));
        ArrayDeque<Held> group = groups.computeIfAbsent(fact.group, key -> new ArrayDeque<>(2));
        group.add(fact);
        all.add(fact);
        size++;
        if (group.size() > limits.observationsPerGroup()) {
            evict(group.element());
        } else if (size > limits.observations()) {
            dropGone();
            evict(all.remove());
        }
        if (all.size() > 2 * limits.observations()) {
            all.removeIf(each -> each.gone);
        }
    }

    /** Forgets what Drools drops by itself: what arrived at this moment of the session's clock or before. */
    void forgetExpired(long oldest) {
        dropGone();
        while (!all.isEmpty() && all.element().arrived <= oldest) {
            leave(all.remove());
            dropGone();
        }
    }

    private void dropGone() {
        while (!all.isEmpty() && all.element().gone) {
            all.remove();
        }
    }

    private void evict(Held fact) {
        leave(fact);
        session.delete(fact.handle);
        meters.evicted();
    }

    /** The oldest of all is also the oldest of its group. */
    private void leave(Held fact) {
        ArrayDeque<Held> group = groups.getOrDefault(fact.group, new ArrayDeque<>(0));
        group.poll();
        if (group.isEmpty()) {
            groups.remove(fact.group);
        }
        fact.gone = true;
        size--;
    }

    private static final class Held {
        private final String group;
        private final long arrived;
        private final FactHandle handle;
        private boolean gone;

        Held(String group, long arrived, FactHandle handle) {
            this.group = group;
            this.arrived = arrived;
            this.handle = handle;
        }
    }
}
