package vn.chieng.engine.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import vn.chieng.event.Detection;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** A signal that may still grow, with what has to be said about it next. */
final class OpenSignal {
    /** Sigma rules named behind one signal; more are left out. */
    static final int MAX_RULES = 100;

    /** JSON bytes of evidence in one record. */
    static final int MAX_EVIDENCE_BYTES = 600_000;

    private static final Comparator<Evidence> BY_TIME =
            Comparator.comparing(Evidence::timestamp).thenComparing(Evidence::eventId);

    private final String id;
    private final String incidentKey;
    private final RuleReference rule;
    private final Entity entity;
    private final Instant anchor;
    private final Map<String, RuleReference> detectedBy = LinkedHashMap.newLinkedHashMap(2);
    private final List<Evidence> unsaid = new ArrayList<>();
    private Instant firstSeen = Instant.MAX;
    private Instant lastSeen = Instant.MIN;
    private long detections;
    private boolean opened;

    OpenSignal(String id, String incidentKey, RuleReference rule, Entity entity, Instant anchor) {
        this.id = id;
        this.incidentKey = incidentKey;
        this.rule = rule;
        this.entity = entity;
        this.anchor = anchor;
    }

    String id() {
        return id;
    }

    Instant anchor() {
        return anchor;
    }

    void add(Detection detection) {
        detections++;
        firstSeen = detection.time().isBefore(firstSeen) ? detection.time() : firstSeen;
        lastSeen = detection.time().isAfter(lastSeen) ? detection.time() : lastSeen;
        if (detectedBy.size() < MAX_RULES) {
            detectedBy.putIfAbsent(detection.rule().id(), detection.rule());
        }
        unsaid.add(detection.evidence());
    }

    boolean hasNews() {
        return !unsaid.isEmpty();
    }

    /** Whether nothing was ever said about it: its news do not wait. */
    boolean isNew() {
        return !opened;
    }

    /** What was said before a restart is not said again. */
    void forgetNews() {
        opened = true;
        unsaid.clear();
    }

    /** The news as records that are small enough, in order of time. */
    List<Signal> takeNews(ToIntFunction<Evidence> size) {
        unsaid.sort(BY_TIME);
        List<Signal> records = new ArrayList<>(unsaid.size() / Signal.MAX_EVIDENCE + 1);
        List<Evidence> batch = new ArrayList<>();
        int bytes = 0;
        for (Evidence evidence : unsaid) {
            int more = size.applyAsInt(evidence);
            if (!batch.isEmpty() && (batch.size() == Signal.MAX_EVIDENCE || bytes + more > MAX_EVIDENCE_BYTES)) {
                records.add(record(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(evidence);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            records.add(record(batch));
        }
        forgetNews();
        return records;
    }

    private Signal record(List<Evidence> evidence) {
        return new Signal(
                id,
                incidentKey,
                rule,
                entity,
                anchor,
                firstSeen,
                lastSeen,
                detections,
                List.copyOf(detectedBy.values()),
                evidence);
    }
}
