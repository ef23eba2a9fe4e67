package vn.chieng.api.incidents.merging;

import java.util.Optional;
import java.util.Set;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.work.MoveDecision;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Decides without I/O what may be merged, taken apart again, and split. */
public final class MergeDecision {
    /** Name of the field that says into which incident. */
    public static final String INTO = "into";

    private MergeDecision() {}

    /** Why one cannot be merged into the other; both must be open, and a drill stays apart from what is real. */
    public static Optional<WorkOutcome> merge(Incident source, int version, Incident target, SignedIn by) {
        Optional<WorkOutcome> refusal = MoveDecision.refusal(source, version, by);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!source.state().open()) {
            return Optional.of(new WorkOutcome.WrongState(source));
        }
        boolean fits = source.id() != target.id()
                && target.state().open()
                && source.exerciseIds().isEmpty() == target.exerciseIds().isEmpty();
        return fits ? Optional.empty() : Optional.of(new WorkOutcome.Refused(source, INTO));
    }

    /** Why a merge cannot be undone; what carries it must be open. */
    public static Optional<WorkOutcome> unmerge(Incident source, int version, Incident target) {
        if (source.version() != version) {
            return Optional.of(new WorkOutcome.Stale(source));
        }
        Incident.Merged merged = source.merged();
        return merged != null && merged.into() == target.id() && target.state().open()
                ? Optional.empty()
                : Optional.of(new WorkOutcome.WrongState(source));
    }

    /** Why these signals cannot become an incident of their own: they must be some of its own, and not all of them. */
    public static Optional<WorkOutcome> split(
            Incident origin, int version, Set<String> own, Set<String> chosen, SignedIn by) {
        Optional<WorkOutcome> refusal = MoveDecision.refusal(origin, version, by);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!origin.state().open()) {
            return Optional.of(new WorkOutcome.WrongState(origin));
        }
        return chosen.isEmpty() || !own.containsAll(chosen) || chosen.size() == own.size()
                ? Optional.of(new WorkOutcome.Refused(origin, "signals"))
                : Optional.empty();
    }
}
