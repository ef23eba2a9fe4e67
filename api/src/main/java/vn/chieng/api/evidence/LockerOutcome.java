package vn.chieng.api.evidence;

/** What became of something done with the locker. */
public sealed interface LockerOutcome {
    /** It is done. */
    record Done() implements LockerOutcome {}

    /** There is no such incident or item for this person. */
    record Unknown() implements LockerOutcome {}

    /** A field holds what it must not, or a file is not taken. */
    record Refused(String problem) implements LockerOutcome {}
}
