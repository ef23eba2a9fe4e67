package vn.chieng.api.systems;

import java.util.List;

/** What became of a change. */
public sealed interface SystemOutcome {

    /** Done; this is how it stands now. */
    record Done(RegisteredSystem now) implements SystemOutcome {}

    /** Somebody else was faster; this is how it stands now. */
    record Stale(RegisteredSystem current) implements SystemOutcome {}

    /** It cannot be kept so. */
    record Refused(List<SystemProblem> problems) implements SystemOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }

        public static Refused of(SystemProblem problem) {
            return new Refused(List.of(problem));
        }
    }

    /** There is none, or none the caller may know of. */
    record Unknown() implements SystemOutcome {}
}
