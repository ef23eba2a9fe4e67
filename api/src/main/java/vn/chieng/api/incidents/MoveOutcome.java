package vn.chieng.api.incidents;

/** What became of a move. */
public sealed interface MoveOutcome {

    /** Done. */
    record Moved(Incident incident) implements MoveOutcome {}

    /** Somebody else was faster; this is how it stands now. */
    record Stale(Incident current) implements MoveOutcome {}

    /** There is no way from here to there. */
    record WrongState(Incident current) implements MoveOutcome {}

    /** It cannot be reopened: another incident of the same key is open. */
    record OpenElsewhere(Incident current) implements MoveOutcome {}

    /** There is none, or none the caller may know of. */
    record Unknown() implements MoveOutcome {}
}
