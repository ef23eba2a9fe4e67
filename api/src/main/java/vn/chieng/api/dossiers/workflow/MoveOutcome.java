package vn.chieng.api.dossiers.workflow;

import java.util.Set;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.Procedure;

/** What came of a move. */
public sealed interface MoveOutcome {

    /** It was made. */
    record Moved(Course course) implements MoveOutcome {}

    /** It cannot be made from here. */
    record NotNow(DossierState state) implements MoveOutcome {}

    /** Somebody else must make it: these sides. */
    record NotYours(Set<Procedure.Side> sides) implements MoveOutcome {
        public NotYours {
            sides = Set.copyOf(sides);
        }
    }

    /** Who has written does not appraise, and who has written or appraised does not approve. */
    record OwnWork() implements MoveOutcome {}

    /** The body that operates the system was to appraise it. */
    record NotIndependent(String organizationId) implements MoveOutcome {}

    /** Demands of the pack are not met. */
    record GatesShut(GateCheck check) implements MoveOutcome {}

    /** A step of the route must be taken first. */
    record StepMissing(Procedure.Act act) implements MoveOutcome {}

    /** A step of a body outside is recorded by its paper, which is not from the future. */
    record PaperNeeded() implements MoveOutcome {}

    /** The reason is missing. */
    record ReasonNeeded() implements MoveOutcome {}

    /** Remarks are open that must be dealt with. */
    record RemarksOpen(int count) implements MoveOutcome {}

    /** Members of the council have not voted. */
    record CouncilIncomplete(int count) implements MoveOutcome {}
}
