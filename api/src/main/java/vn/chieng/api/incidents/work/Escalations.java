package vn.chieng.api.incidents.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Escalation;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.work.IncidentEditor.Decision;
import vn.chieng.api.incidents.work.IncidentEditor.Trace;

/** Asks those who may decide to look at an incident, and takes their answer; the state of the incident stays what it is. */
@Component
public final class Escalations {
    private final IncidentEditor editor;
    private final Clock clock;

    public Escalations(IncidentEditor editor, Clock clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /** Asks, whoever handles it; can be taken back for some seconds. */
    public WorkOutcome escalate(long id, int version, String reason, SignedIn by) {
        requireNote(reason);
        return editor.edit(id, by, current -> {
            Optional<WorkOutcome> refusal = refusal(current, version, by);
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            if (!current.state().open()) {
                return new Decision.Refused(new WorkOutcome.WrongState(current));
            }
            if (current.escalation() != null) {
                return new Decision.Refused(new WorkOutcome.Refused(current, "escalated"));
            }
            Long account = by.accountId() == 0 ? null : by.accountId();
            Incident after = current.draft()
                    .escalation(new Escalation(clock.instant(), account, by.displayName(), reason))
                    .done();
            return new Decision.Accepted(
                    after,
                    true,
                    List.of(new Trace(IncidentAction.ESCALATED, HistoryEntry.Kind.ESCALATED, null, null, reason)),
                    stored -> List.of(new IncidentEvent.Escalated(stored, reason, by)));
        });
    }

    /** Answers; for those who may decide, and for whoever asked and asks no more. */
    public WorkOutcome answer(long id, int version, String answer, SignedIn by) {
        requireNote(answer);
        return editor.edit(id, by, current -> {
            Optional<WorkOutcome> refusal = refusal(current, version, by);
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            Escalation escalation = current.escalation();
            if (escalation == null) {
                return new Decision.Refused(new WorkOutcome.Refused(current, "unescalated"));
            }
            if (!mayAnswer(escalation, by)) {
                return new Decision.Refused(new WorkOutcome.Reserved(current));
            }
            Incident after = current.draft().escalation(null).done();
            return new Decision.Accepted(
                    after,
                    false,
                    List.of(new Trace(IncidentAction.ANSWERED, HistoryEntry.Kind.ANSWERED, null, null, answer)),
                    stored -> List.of(new IncidentEvent.Answered(stored, escalation, answer, by)));
        });
    }

    /** Whether the answer is this person's to give. */
    public static boolean mayAnswer(Escalation escalation, SignedIn by) {
        Long asked = escalation.accountId();
        return by.may(Permission.INCIDENTS_DECIDE) || (asked != null && asked == by.accountId());
    }

    /** To ask is not to work on it, so that what another handles may be escalated too. */
    private static Optional<WorkOutcome> refusal(Incident current, int version, SignedIn by) {
        return MoveDecision.refusal(current, version, by)
                .filter(outcome -> !(outcome instanceof WorkOutcome.AssignedElsewhere));
    }

    private static void requireNote(String note) {
        if (note.isBlank() || note.length() > Move.MAX_NOTE) {
            throw new IllegalArgumentException("note");
        }
    }
}
