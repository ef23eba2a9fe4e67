package vn.chieng.api.incidents.store;

import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.work.WorkOutcome;

/** An outcome with its incident as the reader may see it. */
final class ShownOutcome {
    private ShownOutcome() {}

    static WorkOutcome of(WorkOutcome outcome, Reader reader) {
        return switch (outcome) {
            case WorkOutcome.Done(Incident incident) -> new WorkOutcome.Done(incident.shownTo(reader));
            case WorkOutcome.Stale(Incident current) -> new WorkOutcome.Stale(current.shownTo(reader));
            case WorkOutcome.WrongState(Incident current) -> new WorkOutcome.WrongState(current.shownTo(reader));
            case WorkOutcome.AssignedElsewhere(Incident current) ->
                new WorkOutcome.AssignedElsewhere(current.shownTo(reader));
            case WorkOutcome.Reserved(Incident current) -> new WorkOutcome.Reserved(current.shownTo(reader));
            case WorkOutcome.Incomplete(Incident current, var missing) ->
                new WorkOutcome.Incomplete(current.shownTo(reader), missing);
            case WorkOutcome.Refused(Incident current, String field) ->
                new WorkOutcome.Refused(current.shownTo(reader), field);
            case WorkOutcome.Blocked(Incident current, var blocks) ->
                new WorkOutcome.Blocked(current.shownTo(reader), blocks);
            case WorkOutcome.OpenElsewhere(Incident current) -> new WorkOutcome.OpenElsewhere(current.shownTo(reader));
            case WorkOutcome.Unknown unknown -> unknown;
        };
    }
}
