package vn.chieng.api.organizations;

import java.util.List;

/** What became of a change in the register. */
public sealed interface ChangeOutcome<T> {

    /** Done; this is how it stands now. */
    record Done<T>(T now) implements ChangeOutcome<T> {}

    /** Somebody else was faster; this is how it stands now. */
    record Stale<T>(T current) implements ChangeOutcome<T> {}

    /** It cannot be kept so. */
    record Refused<T>(List<RegisterProblem> problems) implements ChangeOutcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** There is none, or none the caller may know of. */
    record Unknown<T>() implements ChangeOutcome<T> {}
}
