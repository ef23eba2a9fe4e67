package vn.chieng.api.incidents.work;

import java.util.List;
import java.util.Set;
import vn.chieng.api.incidents.ClosingBlock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState.Requirement;

/** What became of a person's change to an incident. */
public sealed interface WorkOutcome {

    /** Done; this is how it stands now. */
    record Done(Incident incident) implements WorkOutcome {}

    /** Somebody else was faster; this is how it stands now. */
    record Stale(Incident current) implements WorkOutcome {}

    /** There is no way from here to there. */
    record WrongState(Incident current) implements WorkOutcome {}

    /** Somebody else handles it; whoever wants to go on takes it first. */
    record AssignedElsewhere(Incident current) implements WorkOutcome {}

    /** It is for those to do who may decide. */
    record Reserved(Incident current) implements WorkOutcome {}

    /** The change must state more. */
    record Incomplete(Incident current, Set<Requirement> missing) implements WorkOutcome {
        public Incomplete {
            missing = Set.copyOf(missing);
        }
    }

    /** A value that nobody knows, such as a group that the law pack does not have. */
    record Refused(Incident current, String field) implements WorkOutcome {}

    /** Something must be done before it can be closed. */
    record Blocked(Incident current, List<ClosingBlock> blocks) implements WorkOutcome {
        public Blocked {
            blocks = List.copyOf(blocks);
        }
    }

    /** It cannot be open: another incident of the same key is. */
    record OpenElsewhere(Incident current) implements WorkOutcome {}

    /** There is none, or none the caller may know of. */
    record Unknown() implements WorkOutcome {}
}
