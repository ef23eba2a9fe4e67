package vn.chieng.api.identity;

/** What became of a change to who holds a role. */
public sealed interface GrantOutcome {

    /** It was made. */
    record Done(Assignment assignment) implements GrantOutcome {}

    /** A rule forbids it. */
    record Refused(Refusal why) implements GrantOutcome {}

    /** There is no such person or assignment within the caller's scope. */
    record Unknown() implements GrantOutcome {}
}
