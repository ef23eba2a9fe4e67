package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.workflow.CourseStep.Result;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Procedure.Act;

/** Decides the moves of dossiers on one route of a pack; it neither reads nor writes anything. */
public final class Workflow {
    private final LawPack pack;
    private final RouteSteps steps;
    private final Gates gates;

    public Workflow(LawPack pack, Procedure.Route route) {
        this.pack = pack;
        this.steps = new RouteSteps(pack, route);
        this.gates = new Gates(pack, steps);
    }

    /** The workflow of a course that began under this pack. */
    public static Workflow of(LawPack pack, Course course) {
        return pack.procedure().routes().stream()
                .filter(route -> route.id().equals(course.route()))
                .findFirst()
                .map(route -> new Workflow(pack, route))
                .orElseThrow(() -> new IllegalArgumentException(pack.version() + " has no route " + course.route()));
    }

    /** The steps of the route. */
    public RouteSteps steps() {
        return steps;
    }

    /** The demands that the pack makes on the way. */
    public Gates gates() {
        return gates;
    }

    /** Makes the move, or says why not; {@code at} is when it happens. */
    public MoveOutcome apply(Course course, Move move, Agent agent, Situation situation, Instant at) {
        var attempt = new Attempt(course, agent, situation, at);
        return switch (move) {
            case Move.AskOpinion _ -> askOpinion(attempt);
            case Move.GiveOpinion(Paper paper) -> giveOpinion(attempt, paper);
            case Move.Submit _ -> submit(attempt);
            case Move.AcceptComplete(Paper paper) -> acceptComplete(attempt, paper);
            case Move.SendBack(String reason, Paper paper) -> sendBack(attempt, reason, paper);
            case Move.NameAppraiser(String body) -> nameAppraiser(attempt, body);
            case Move.Conclude(boolean fit, String reason, Paper paper) -> conclude(attempt, fit, reason, paper);
            case Move.RecordListing(Paper paper) -> plain(attempt, Act.LIST, paper);
            case Move.Propose _ -> plain(attempt, Act.PROPOSE, null);
            case Move.Decide(boolean approved, String reason, Paper paper) -> decide(attempt, approved, reason, paper);
            case Move.Report _ -> plain(attempt, Act.REPORT, null);
            case Move.Delegate delegate -> delegate(attempt, delegate);
            case Move.Supersede _ -> supersede(attempt);
        };
    }

    private record Attempt(Course course, Agent agent, Situation situation, Instant at) {}

    private MoveOutcome askOpinion(Attempt attempt) {
        if (!attempt.course.state().editable() || !steps.has(Act.EXPERT_OPINION)) {
            return new MoveOutcome.NotNow(attempt.course.state());
        }
        return steps.refusesWriter(attempt.course, attempt.agent, attempt.at)
                .orElseGet(() ->
                        moved(attempt, DossierState.AWAITING_OPINION, Act.EXPERT_OPINION, Result.ASKED, null, null));
    }

    private MoveOutcome giveOpinion(Attempt attempt, @Nullable Paper paper) {
        if (attempt.course.state() != DossierState.AWAITING_OPINION) {
            return new MoveOutcome.NotNow(attempt.course.state());
        }
        return refused(attempt, Act.EXPERT_OPINION, paper)
                .or(() -> writerIsNoJudge(attempt))
                .or(() -> paper == null ? Optional.of(new MoveOutcome.PaperNeeded()) : Optional.empty())
                .orElseGet(() -> moved(attempt, DossierState.DRAFT, Act.EXPERT_OPINION, Result.DONE, null, paper));
    }

    private MoveOutcome submit(Attempt attempt) {
        Course course = attempt.course;
        if (!course.state().editable()) {
            return new MoveOutcome.NotNow(course.state());
        }
        if (steps.has(Act.EXPERT_OPINION) && !course.opinionGiven()) {
            return new MoveOutcome.StepMissing(Act.EXPERT_OPINION);
        }
        return refused(attempt, steps.submission(), null)
                .or(() -> shut(attempt, Procedure.Before.SUBMISSION))
                .orElseGet(() -> handIn(attempt));
    }

    /** A supplement goes straight back to the appraiser where the first time limit goes on; otherwise all begins anew. */
    private MoveOutcome handIn(Attempt attempt) {
        Course course = attempt.course;
        boolean resumes = !pack.head().days().restartOnValidDossier()
                && course.last(Workflow::onTheWay)
                        .filter(step -> step.act() == Act.APPRAISE && step.result() == Result.RETURNED)
                        .isPresent();
        int position = resumes ? steps.index(Act.APPRAISE) : steps.index(steps.submission()) + 1;
        DossierState next = steps.stateAt(position);
        if (next == DossierState.IN_APPRAISAL) {
            Optional<MoveOutcome> shut = shut(attempt, Procedure.Before.APPRAISAL);
            if (shut.isPresent()) {
                return shut.get();
            }
        }
        CourseStep step = step(
                attempt, steps.submission(), resumes ? Result.RESUMED : Result.DONE, course.round() + 1, null, null);
        return new MoveOutcome.Moved(course.moved(next, position, step));
    }

    private static boolean onTheWay(CourseStep step) {
        return step.act() != Act.EXPERT_OPINION && step.result() != Result.NAMED && step.result() != Result.DELEGATED;
    }

    private MoveOutcome acceptComplete(Attempt attempt, @Nullable Paper paper) {
        return refusedAt(attempt, Act.COMPLETENESS, paper)
                .or(() -> writerIsNoJudge(attempt))
                .or(() -> shut(attempt, Procedure.Before.APPRAISAL))
                .orElseGet(() -> advanced(attempt, Act.COMPLETENESS, null, paper));
    }

    private MoveOutcome sendBack(Attempt attempt, String reason, @Nullable Paper paper) {
        Act act = steps.at(attempt.course.position());
        if (!attempt.course.state().withAppraiser() || act == null) {
            return new MoveOutcome.NotNow(attempt.course.state());
        }
        return refused(attempt, act, paper)
                .or(() -> writerIsNoJudge(attempt))
                .or(() -> missing(reason))
                .orElseGet(() -> moved(attempt, DossierState.RETURNED, act, Result.RETURNED, reason, paper));
    }

    private MoveOutcome nameAppraiser(Attempt attempt, String body) {
        Course course = attempt.course;
        if (!(course.state().editable() || course.state().withAppraiser()) || steps.outside(Act.APPRAISE)) {
            return new MoveOutcome.NotNow(course.state());
        }
        boolean owner = course.parties().heldBy(Procedure.Side.OWNER, attempt.agent, steps.day(attempt.at));
        if (!owner) {
            return new MoveOutcome.NotYours(Set.of(Procedure.Side.OWNER));
        }
        if (body.equals(course.parties().operatorId())) {
            return new MoveOutcome.NotIndependent(body);
        }
        CourseStep step = step(attempt, Act.APPRAISE, Result.NAMED, course.round(), body, null);
        return new MoveOutcome.Moved(
                course.with(course.parties().appraisedBy(body)).moved(course.state(), course.position(), step));
    }

    private MoveOutcome conclude(Attempt attempt, boolean fit, String reason, @Nullable Paper paper) {
        Situation situation = attempt.situation;
        Optional<MoveOutcome> refused = refusedAt(attempt, Act.APPRAISE, paper)
                .or(() -> writerIsNoJudge(attempt))
                .or(() -> shut(attempt, Procedure.Before.APPRAISAL))
                .or(() -> situation.councilPending() == 0
                        ? Optional.empty()
                        : Optional.of(new MoveOutcome.CouncilIncomplete(situation.councilPending())))
                .or(() -> fit ? Optional.empty() : missing(reason))
                .or(() -> !fit || situation.openRemarks() == 0
                        ? Optional.empty()
                        : Optional.of(new MoveOutcome.RemarksOpen(situation.openRemarks())));
        return refused.orElseGet(() -> fit
                ? advanced(attempt, Act.APPRAISE, reason, paper)
                : moved(attempt, DossierState.NOT_FIT, Act.APPRAISE, Result.REJECTED, reason, paper));
    }

    private MoveOutcome decide(Attempt attempt, boolean approved, String reason, @Nullable Paper paper) {
        Optional<MoveOutcome> refused = refusedAt(attempt, Act.APPROVE, paper)
                .or(() -> writerIsNoJudge(attempt))
                .or(() -> appraiserIsNoApprover(attempt))
                .or(() -> approved ? shut(attempt, Procedure.Before.APPROVAL) : missing(reason));
        return refused.orElseGet(() -> approved
                ? advanced(attempt, Act.APPROVE, reason, paper)
                : moved(attempt, DossierState.RETURNED, Act.APPROVE, Result.REJECTED, reason, paper));
    }

    private MoveOutcome plain(Attempt attempt, Act act, @Nullable Paper paper) {
        return refusedAt(attempt, act, paper).orElseGet(() -> advanced(attempt, act, null, paper));
    }

    private MoveOutcome delegate(Attempt attempt, Move.Delegate delegate) {
        Course course = attempt.course;
        if (!course.state().open()) {
            return new MoveOutcome.NotNow(course.state());
        }
        if (attempt.agent.side() != Procedure.Side.OWNER
                || !attempt.agent.organizationId().equals(course.parties().ownerId())) {
            return new MoveOutcome.NotYours(Set.of(Procedure.Side.OWNER));
        }
        if (delegate.paper().isBlank() || delegate.until().isBefore(steps.day(attempt.at))) {
            return new MoveOutcome.PaperNeeded();
        }
        CourseStep step = step(attempt, Act.WRITE, Result.DELEGATED, course.round(), delegate.organizationId(), null);
        var named = new Parties.OwnersDelegate(delegate.organizationId(), delegate.until(), delegate.paper());
        return new MoveOutcome.Moved(
                course.with(course.parties().delegatedTo(named)).moved(course.state(), course.position(), step));
    }

    private MoveOutcome supersede(Attempt attempt) {
        return attempt.course.state() == DossierState.APPROVED
                ? moved(attempt, DossierState.SUPERSEDED, Act.APPROVE, Result.DONE, null, null)
                : new MoveOutcome.NotNow(attempt.course.state());
    }

    private Optional<MoveOutcome> refusedAt(Attempt attempt, Act act, @Nullable Paper paper) {
        boolean awaited = steps.at(attempt.course.position()) == act
                && !attempt.course.state().editable()
                && attempt.course.state() != DossierState.AWAITING_OPINION
                && attempt.course.state() != DossierState.SUPERSEDED;
        return awaited ? refused(attempt, act, paper) : Optional.of(new MoveOutcome.NotNow(attempt.course.state()));
    }

    private Optional<MoveOutcome> refused(Attempt attempt, Act act, @Nullable Paper paper) {
        if (steps.outside(act) && (paper == null || paper.on().isAfter(steps.day(attempt.at)))) {
            return Optional.of(new MoveOutcome.PaperNeeded());
        }
        return steps.refuses(act, attempt.course, attempt.agent, attempt.at);
    }

    /** What a body outside decided may be recorded by whoever sent the dossier there. */
    private Optional<MoveOutcome> writerIsNoJudge(Attempt attempt) {
        Act act = steps.at(attempt.course.position());
        boolean records = act != null && steps.outside(act);
        return !records && attempt.situation.writers().contains(attempt.agent.accountId())
                ? Optional.of(new MoveOutcome.OwnWork())
                : Optional.empty();
    }

    private Optional<MoveOutcome> appraiserIsNoApprover(Attempt attempt) {
        long account = attempt.agent.accountId();
        boolean concluded = attempt.course.log().stream()
                .anyMatch(step -> step.act() == Act.APPRAISE
                        && (step.result() == Result.DONE || step.result() == Result.REJECTED)
                        && step.accountId() == account);
        boolean outside = steps.outside(Act.APPRAISE);
        return !outside && (concluded || attempt.situation.appraisers().contains(account))
                ? Optional.of(new MoveOutcome.OwnWork())
                : Optional.empty();
    }

    private Optional<MoveOutcome> shut(Attempt attempt, Procedure.Before before) {
        GateCheck check = gates.check(attempt.course, attempt.situation, before);
        return check.passes() ? Optional.empty() : Optional.of(new MoveOutcome.GatesShut(check));
    }

    private static Optional<MoveOutcome> missing(String reason) {
        return reason.isBlank() ? Optional.of(new MoveOutcome.ReasonNeeded()) : Optional.empty();
    }

    private MoveOutcome advanced(Attempt attempt, Act act, @Nullable String note, @Nullable Paper paper) {
        int position = attempt.course.position() + 1;
        DossierState next = act == Act.APPROVE ? DossierState.APPROVED : steps.stateAt(position);
        CourseStep step = step(attempt, act, Result.DONE, attempt.course.round(), note, paper);
        return new MoveOutcome.Moved(attempt.course.moved(next, position, step));
    }

    private MoveOutcome moved(
            Attempt attempt, DossierState next, Act act, Result result, @Nullable String note, @Nullable Paper paper) {
        CourseStep step = step(attempt, act, result, attempt.course.round(), note, paper);
        int position = next.editable() ? 0 : attempt.course.position();
        return new MoveOutcome.Moved(attempt.course.moved(next, position, step));
    }

    private CourseStep step(
            Attempt attempt, Act act, Result result, int round, @Nullable String note, @Nullable Paper paper) {
        Agent agent = attempt.agent;
        Instant at = steps.outside(act) && paper != null && result != Result.NAMED
                ? steps.happened(paper, attempt.course, attempt.at)
                : attempt.at;
        return new CourseStep(
                act, result, at, agent.accountId(), agent.name(), agent.organizationId(), round, note, paper);
    }
}
