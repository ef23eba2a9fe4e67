package vn.chieng.api.incidents.work;

import java.util.Optional;
import java.util.Set;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentState.Requirement;

/** Decides without I/O whether a person may change an incident as it stands. */
public final class MoveDecision {
    private MoveDecision() {}

    /** Why the move is refused; empty where it may go on. */
    public static Optional<WorkOutcome> refusal(Incident current, Move move, SignedIn by) {
        IncidentState from = current.state();
        if (current.version() != move.version()) {
            return Optional.of(new WorkOutcome.Stale(current));
        }
        if (!from.leadsTo(move.to())) {
            return Optional.of(new WorkOutcome.WrongState(current));
        }
        if (from.reserves(move.to()) && !by.may(Permission.INCIDENTS_DECIDE)) {
            return Optional.of(new WorkOutcome.Reserved(current));
        }
        if (isSomebodyElses(current, by) && from.open()) {
            return Optional.of(new WorkOutcome.AssignedElsewhere(current));
        }
        Set<Requirement> missing = move.missing(current);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new WorkOutcome.Incomplete(current, missing));
    }

    /** Why work on it is refused; empty where it may go on. */
    public static Optional<WorkOutcome> refusal(Incident current, int version, SignedIn by) {
        if (current.version() != version) {
            return Optional.of(new WorkOutcome.Stale(current));
        }
        if (current.state() == IncidentState.MERGED) {
            return Optional.of(new WorkOutcome.WrongState(current));
        }
        return isSomebodyElses(current, by)
                ? Optional.of(new WorkOutcome.AssignedElsewhere(current))
                : Optional.empty();
    }

    /** Whether another analyst handles it; who may decide may also work on what is another's. */
    private static boolean isSomebodyElses(Incident current, SignedIn by) {
        Long assignee = current.assigneeId();
        return assignee != null && assignee != by.accountId() && !by.may(Permission.INCIDENTS_DECIDE);
    }
}
