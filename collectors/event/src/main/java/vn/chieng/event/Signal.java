package vn.chieng.event;

import java.time.Instant;
import java.util.List;

/**
 * What correlation decided, applied by {@code api} to incidents. Applying the same signal twice, or an older state of it
 * later, changes nothing: counts only grow, evidence is a set by event id. JSON: the component names.
 *
 * @param id derives from correlation rule, entity and window anchor
 * @param incidentKey the open incident with this key takes the signal; where none is open, one is opened. Also the record key
 * @param rule the correlation rule that decided; its level is the signal's
 * @param entity whom it is about
 * @param windowAnchor start of the fixed bucket of time that the id derives from
 * @param firstSeen time of the earliest detection in it
 * @param lastSeen time of the latest detection in it
 * @param detections how many detections stand behind it by now
 * @param detectedBy the Sigma rules behind it
 * @param evidence what is new since the last emission; at most {@link #MAX_EVIDENCE}
 */
public record Signal(
        String id,
        String incidentKey,
        RuleReference rule,
        Entity entity,
        Instant windowAnchor,
        Instant firstSeen,
        Instant lastSeen,
        long detections,
        List<RuleReference> detectedBy,
        List<Evidence> evidence) {

    /** Most evidence entries in one record; more go into further records of the same signal. */
    public static final int MAX_EVIDENCE = 50;

    public Signal {
        detectedBy = List.copyOf(detectedBy);
        evidence = List.copyOf(evidence);
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException("a signal carries at most " + MAX_EVIDENCE + " pieces of evidence");
        }
    }
}
