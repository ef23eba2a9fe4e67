package vn.chieng.api.dossiers.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.pack.Procedure;

/**
 * How far a dossier has come on its route.
 *
 * @param position which step of the route is awaited; the number of its steps once all are done
 * @param round how often it was handed in
 */
public record Course(
        PackVersion pack,
        String route,
        int level,
        DossierState state,
        int position,
        int round,
        Parties parties,
        List<CourseStep> log) {

    public Course {
        log = List.copyOf(log);
    }

    /** A dossier that nobody has written a word of yet. */
    public static Course begun(PackVersion pack, Procedure.Route route, int level, Parties parties) {
        if (!route.levels().contains(level)) {
            throw new IllegalArgumentException("the route " + route.id() + " is not one of level " + level);
        }
        return new Course(pack, route.id(), level, DossierState.DRAFT, 0, 0, parties, List.of());
    }

    Course moved(DossierState next, int nextPosition, CourseStep step) {
        List<CourseStep> longer = new ArrayList<>(log);
        longer.add(step);
        return new Course(pack, route, level, next, nextPosition, step.round(), parties, longer);
    }

    Course with(Parties changed) {
        return new Course(pack, route, level, state, position, round, changed, log);
    }

    /** The last step for which the condition holds. */
    public Optional<CourseStep> last(Predicate<CourseStep> condition) {
        return log.reversed().stream().filter(condition).findFirst();
    }

    /** Whether the expert opinion was given and not asked for anew since. */
    public boolean opinionGiven() {
        return last(step -> step.act() == Procedure.Act.EXPERT_OPINION)
                .filter(step -> step.result() == CourseStep.Result.DONE)
                .isPresent();
    }

    /** Whether the valid opinion of the appraiser says fit. */
    public boolean appraisedFit() {
        return switch (state) {
            case APPRAISED, PROPOSED, APPROVED, SUPERSEDED -> true;
            case DRAFT, AWAITING_OPINION, SUBMITTED, RETURNED, IN_APPRAISAL, NOT_FIT -> false;
        };
    }
}
