package vn.chieng.api.incidents.work;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.ClosingBlock;
import vn.chieng.api.incidents.ClosingGuard;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentDraft;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.work.IncidentEditor.Decision;
import vn.chieng.api.incidents.work.IncidentEditor.Trace;
import vn.chieng.api.incidents.work.IncidentEditor.Undo;

/** What people do with an incident: move it, give it to somebody, set its severity, take the last step back. */
@Component
public final class IncidentWork {
    /** How long a step can be taken back; the page offers it for less. */
    public static final Duration UNDO = Duration.ofSeconds(30);

    private final IncidentEditor editor;
    private final SeverityAdvice advice;
    private final IncidentFacts facts;
    private final List<ClosingGuard> guards;
    private final Clock clock;

    public IncidentWork(
            IncidentEditor editor, SeverityAdvice advice, IncidentFacts facts, List<ClosingGuard> guards, Clock clock) {
        this.editor = editor;
        this.advice = advice;
        this.facts = facts;
        this.guards = List.copyOf(guards);
        this.clock = clock;
    }

    /** Moves it to another state. */
    public WorkOutcome move(long id, Move move, SignedIn by) {
        return editor.edit(
                id,
                by,
                current -> MoveDecision.refusal(current, move, by)
                        .or(() -> unknownGroup(current, move.group()))
                        .or(() -> blocked(current, move.to()))
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> moved(current, move, by)));
    }

    private Decision moved(Incident current, Move move, SignedIn by) {
        IncidentState from = current.state();
        boolean taken = from == IncidentState.NEW && move.to() == IncidentState.VERIFYING;
        IncidentDraft draft = current.draft().state(move.to(), move.reason()).cause(move.cause(), move.causeUnknown());
        if (move.to() == IncidentState.VERIFYING) {
            draft.assignee(accountOf(by), by.displayName());
        }
        if (move.group() != null) {
            draft.classification(inGroup(current, move.group()));
        }
        Incident after = draft.done();
        Incident raised = advice.raised(after);
        List<Trace> traces = new ArrayList<>();
        CloseReason reason = move.reason();
        traces.add(new Trace(
                IncidentAction.MOVED,
                HistoryEntry.Kind.STATE,
                from.code(),
                reason == null ? move.to().code() : move.to().code() + ":" + reason.code(),
                move.note()));
        noteRaise(after, raised, traces);
        return new Decision.Accepted(
                raised,
                taken,
                traces,
                stored -> withRaise(new IncidentEvent.Moved(stored, from, move.note(), by), after.severity()));
    }

    /** Gives it to somebody, takes it, or lets it go where {@code to} is null. */
    public WorkOutcome assign(long id, int version, @Nullable Handler to, SignedIn by) {
        return editor.edit(id, by, current -> {
            boolean takes = to != null && to.id() == by.accountId();
            Optional<WorkOutcome> refusal = MoveDecision.refusal(current, version, by)
                    .filter(outcome -> !(takes && outcome instanceof WorkOutcome.AssignedElsewhere));
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            Long before = current.assigneeId();
            Incident after = current.draft()
                    .assignee(to == null ? null : to.id(), to == null ? null : to.displayName())
                    .done();
            return new Decision.Accepted(
                    after,
                    true,
                    List.of(new Trace(
                            IncidentAction.ASSIGNED,
                            HistoryEntry.Kind.ASSIGNED,
                            current.assigneeName(),
                            after.assigneeName(),
                            null)),
                    stored -> List.of(new IncidentEvent.Assigned(stored, before, by)));
        });
    }

    /** Sets its severity for a stated reason; to make a grave one milder is reserved. */
    public WorkOutcome severity(long id, int version, Severity severity, String reason, SignedIn by) {
        if (reason.isBlank() || reason.length() > Move.MAX_NOTE) {
            throw new IllegalArgumentException("note");
        }
        return editor.edit(id, by, current -> {
            Optional<WorkOutcome> refusal = MoveDecision.refusal(current, version, by);
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            if (current.severity().grave()
                    && severity.compareTo(current.severity()) > 0
                    && !by.may(Permission.INCIDENTS_DECIDE)) {
                return new Decision.Refused(new WorkOutcome.Reserved(current));
            }
            Incident after = current.draft().severity(severity, true).done();
            return new Decision.Accepted(
                    after,
                    false,
                    List.of(new Trace(
                            IncidentAction.SEVERITY_CHANGED,
                            HistoryEntry.Kind.SEVERITY,
                            current.severity().name(),
                            severity.name(),
                            reason)),
                    stored -> List.of(new IncidentEvent.SeverityChanged(stored, current.severity(), reason, by)));
        });
    }

    /** Classifies it anew; answers that make a graver rule hold raise its severity at once. */
    public WorkOutcome classify(long id, int version, Classification classification, SignedIn by) {
        return editor.edit(id, by, current -> {
            Optional<WorkOutcome> refusal =
                    MoveDecision.refusal(current, version, by).or(() -> unknownGroup(current, classification.group()));
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            Incident after = current.draft().classification(classification).done();
            Incident raised = advice.raised(after);
            List<Trace> traces = new ArrayList<>();
            traces.add(new Trace(IncidentAction.CLASSIFIED, HistoryEntry.Kind.CLASSIFIED, null, null, null));
            noteRaise(after, raised, traces);
            return new Decision.Accepted(
                    raised,
                    false,
                    traces,
                    stored -> withRaise(
                            new IncidentEvent.Classified(stored, current.classification(), by), after.severity()));
        });
    }

    /** Takes back what the same person did last, as long as nobody has done anything since. */
    public WorkOutcome undo(long id, int version, SignedIn by) {
        return editor.edit(id, by, current -> {
            Undo undo = editor.undo(id);
            if (current.version() != version) {
                return new Decision.Refused(new WorkOutcome.Stale(current));
            }
            if (undo == null
                    || undo.version() != version
                    || undo.accountId() != by.accountId()
                    || undo.at().plus(UNDO).isBefore(clock.instant())
                    || current.state() == IncidentState.MERGED) {
                return new Decision.Refused(new WorkOutcome.WrongState(current));
            }
            Incident after = current.draft()
                    .state(undo.state(), null)
                    .assignee(undo.assigneeId(), undo.assigneeName())
                    .escalation(undo.escalated() ? current.escalation() : null)
                    .done();
            return new Decision.Accepted(
                    after,
                    false,
                    List.of(new Trace(
                            IncidentAction.UNDONE,
                            HistoryEntry.Kind.UNDONE,
                            current.state().code(),
                            after.state().code(),
                            null)),
                    stored -> undone(current, stored, by));
        });
    }

    private static List<IncidentEvent> undone(Incident before, Incident stored, SignedIn by) {
        List<IncidentEvent> events = new ArrayList<>();
        if (stored.state() != before.state()) {
            events.add(new IncidentEvent.Moved(stored, before.state(), null, by));
        }
        if (!Objects.equals(stored.assigneeId(), before.assigneeId())) {
            events.add(new IncidentEvent.Assigned(stored, before.assigneeId(), by));
        }
        return events;
    }

    private Optional<WorkOutcome> unknownGroup(Incident current, @Nullable String group) {
        boolean known = group == null
                || group.equals(current.classification().group())
                || facts.pack(current.detectedAt()).stream()
                        .flatMap(pack -> pack.incidents().incidentGroups().stream())
                        .anyMatch(each -> each.id().equals(group));
        return known ? Optional.empty() : Optional.of(new WorkOutcome.Refused(current, "group"));
    }

    private Optional<WorkOutcome> blocked(Incident current, IncidentState to) {
        if (to != IncidentState.CLOSED) {
            return Optional.empty();
        }
        List<ClosingBlock> blocks =
                guards.stream().flatMap(guard -> guard.blocks(current).stream()).toList();
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new WorkOutcome.Blocked(current, blocks));
    }

    private static void noteRaise(Incident before, Incident raised, List<Trace> traces) {
        if (raised.severity() != before.severity()) {
            traces.add(new Trace(
                    IncidentAction.SEVERITY_CHANGED,
                    HistoryEntry.Kind.SEVERITY,
                    before.severity().name(),
                    raised.severity().name(),
                    null));
        }
    }

    private static List<IncidentEvent> withRaise(IncidentEvent event, Severity before) {
        Incident stored = event.incident();
        return stored.severity() == before
                ? List.of(event)
                : List.of(
                        event,
                        new IncidentEvent.SeverityChanged(
                                stored, before, stored.severity().name(), null));
    }

    private static Classification inGroup(Incident current, String group) {
        Classification old = current.classification();
        return new Classification(
                group, old.techniques(), old.tlp(), old.pap(), old.answers(), old.lawPack(), old.systemId());
    }

    private static @Nullable Long accountOf(SignedIn by) {
        return by.accountId() == 0 ? null : by.accountId();
    }
}
