package vn.chieng.api.incidents.tasks;

/** What became of a change of a task. */
public sealed interface TaskOutcome {

    /** Done; this is how it stands now. */
    record Done(Task task) implements TaskOutcome {}

    /** Somebody else was faster. */
    record Stale(Task current) implements TaskOutcome {}

    /** There are as many as there may be. */
    record TooMany() implements TaskOutcome {}

    /** There is none, or none the caller may know of. */
    record Unknown() implements TaskOutcome {}
}
