package vn.chieng.api.incidents;

import org.jspecify.annotations.Nullable;

/** A copy of an incident in which what people decide can be changed. */
public final class IncidentDraft {
    private final Incident before;
    private IncidentState state;
    private @Nullable CloseReason closeReason;
    private Severity severity;
    private boolean severityDecided;
    private @Nullable Long assigneeId;
    private @Nullable String assigneeName;
    private Classification classification;
    private Cause cause;
    private @Nullable Escalation escalation;
    private Incident.@Nullable Merged merged;

    IncidentDraft(Incident before) {
        this.before = before;
        state = before.state();
        closeReason = before.closeReason();
        severity = before.severity();
        severityDecided = before.severityDecided();
        assigneeId = before.assigneeId();
        assigneeName = before.assigneeName();
        classification = before.classification();
        cause = before.cause();
        escalation = before.escalation();
        merged = before.merged();
    }

    /** Goes to a state; the reason is null except where it ends there. */
    public IncidentDraft state(IncidentState state, @Nullable CloseReason reason) {
        this.state = state;
        closeReason = reason;
        if (!state.open()) {
            escalation = null;
        }
        return this;
    }

    /** Is merged into another. */
    public IncidentDraft merged(Incident into) {
        merged = new Incident.Merged(into.id(), before.state(), into.severity());
        state = IncidentState.MERGED;
        return this;
    }

    /** Stands for itself again. */
    public IncidentDraft unmerged() {
        if (merged != null) {
            state = merged.stateBefore();
            merged = null;
        }
        return this;
    }

    /** Gets another severity. */
    public IncidentDraft severity(Severity severity, boolean decided) {
        this.severity = severity;
        severityDecided = decided;
        return this;
    }

    /** Gets somebody who handles it, or nobody. */
    public IncidentDraft assignee(@Nullable Long id, @Nullable String name) {
        assigneeId = id;
        assigneeName = name;
        return this;
    }

    /** Is classified anew. */
    public IncidentDraft classification(Classification classification) {
        this.classification = classification;
        return this;
    }

    /** Gets a cause, or why there is none; nothing stated changes nothing. */
    public IncidentDraft cause(@Nullable String known, @Nullable String unknownBecause) {
        if (known != null || unknownBecause != null) {
            cause = new Cause(known, unknownBecause);
        }
        return this;
    }

    /** Those who may decide are asked, or nobody any more. */
    public IncidentDraft escalation(@Nullable Escalation escalation) {
        this.escalation = escalation;
        return this;
    }

    /** The incident as changed; version and time of change are the store's to set. */
    public Incident done() {
        return new Incident(
                before.id(),
                before.number(),
                before.titleVi(),
                before.titleEn(),
                before.level(),
                severity,
                state,
                closeReason,
                before.entity(),
                before.organizationIds(),
                before.exerciseIds(),
                before.tags(),
                before.firstSeen(),
                before.lastSeen(),
                before.detectedAt(),
                before.detections(),
                before.evidenceCount(),
                before.evidenceFull(),
                assigneeId,
                assigneeName,
                severityDecided,
                classification,
                cause,
                escalation,
                merged,
                before.splitFrom(),
                before.version(),
                before.changedAt());
    }
}
