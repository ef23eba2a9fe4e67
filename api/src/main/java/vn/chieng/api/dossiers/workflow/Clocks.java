package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.workflow.CourseStep.Result;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.days.TimeLimit;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Procedure.Act;

/** Reads the time limits of a dossier from what has happened to it. */
public final class Clocks {
    private final LawPack pack;
    private final TimeLimit limits;
    private final Map<String, Limited> routes = new ConcurrentHashMap<>();

    /** A route with its steps that have a time limit. */
    private record Limited(RouteSteps steps, List<LimitedStep> limited) {}

    private record LimitedStep(Act act, Procedure.Deadline deadline) {}

    public Clocks(LawPack pack, HolidayCalendar calendar) {
        this.pack = pack;
        this.limits = new TimeLimit(calendar, pack.head().days());
    }

    /** The clocks of the steps of the route that have begun, in the order of the steps; {@code now} bounds a pause that goes on. */
    public List<RunningClock> of(Course course, Instant now) {
        Limited route = routes.computeIfAbsent(
                course.route(), _ -> limited(Workflow.of(pack, course).steps()));
        List<RunningClock> clocks = new ArrayList<>();
        for (LimitedStep step : route.limited()) {
            clock(course, route.steps(), step.act(), step.deadline(), now).ifPresent(clocks::add);
        }
        return clocks;
    }

    private Limited limited(RouteSteps steps) {
        List<LimitedStep> limited = new ArrayList<>();
        for (Procedure.Step step : steps.all()) {
            deadline(step).ifPresent(deadline -> limited.add(new LimitedStep(step.act(), deadline)));
        }
        return new Limited(steps, List.copyOf(limited));
    }

    private Optional<Procedure.Deadline> deadline(Procedure.Step step) {
        return pack.procedure().deadlines().stream()
                .filter(deadline -> deadline.id().equals(step.within()))
                .findFirst();
    }

    private Optional<RunningClock> clock(
            Course course, RouteSteps steps, Act act, Procedure.Deadline deadline, Instant now) {
        return start(course, steps, deadline).map(begin -> {
            List<CourseStep> since =
                    course.log().subList(begin + 1, course.log().size());
            Instant from = course.log().get(begin).at();
            List<DueDate.Pause> pauses = pauses(since, now);
            CourseStep answer = answer(since, act);
            RunningClock.Standing standing = standing(course, answer, since);
            DueDate due = limits.due(from, deadline, pauses);
            return new RunningClock(deadline, act, from, due, pauses, standing, answeredAt(answer, standing, since));
        });
    }

    /** The place in the log from which the limit runs: the last time the act was done that begins it, or the one before it where the route has none. */
    private Optional<Integer> start(Course course, RouteSteps steps, Procedure.Deadline deadline) {
        Act begins = pack.procedure().events().stream()
                .filter(event -> event.id().equals(deadline.after()))
                .findFirst()
                .map(Procedure.EventKind::begins)
                .orElse(null);
        if (begins == null) {
            return Optional.empty();
        }
        Act done = steps.has(begins) ? begins : before(begins, steps);
        Result result = begins == Act.EXPERT_OPINION ? Result.ASKED : Result.DONE;
        for (int i = course.log().size() - 1; i >= 0; i--) {
            CourseStep step = course.log().get(i);
            if (step.act() == done && step.result() == result) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Act before(Act missing, RouteSteps steps) {
        Act last = steps.submission();
        for (Procedure.Step step : steps.all()) {
            if (step.act() == Act.APPROVE || step.act().compareTo(missing) >= 0) {
                break;
            }
            last = step.act();
        }
        return last;
    }

    /** What answers a step: that it was done, or came out otherwise; for the completeness reply, also that the dossier was sent back. */
    private static @Nullable CourseStep answer(List<CourseStep> since, Act act) {
        return since.stream()
                .filter(step -> step.act() == act)
                .filter(step -> step.result() == Result.DONE
                        || step.result() == Result.REJECTED
                        || (step.result() == Result.RETURNED && act == Act.COMPLETENESS))
                .findFirst()
                .orElse(null);
    }

    private RunningClock.Standing standing(Course course, @Nullable CourseStep answer, List<CourseStep> since) {
        if (answer != null) {
            return RunningClock.Standing.ANSWERED;
        }
        if (since.stream().anyMatch(Clocks::endsRound)) {
            return RunningClock.Standing.STOPPED;
        }
        if (!course.state().withWriter() || since.stream().noneMatch(step -> step.result() == Result.RETURNED)) {
            return RunningClock.Standing.RUNNING;
        }
        PackHead.DayRules rules = pack.head().days();
        if (rules.restartOnValidDossier()) {
            return RunningClock.Standing.STOPPED;
        }
        return rules.pauseDuringSupplement() ? RunningClock.Standing.PAUSED : RunningClock.Standing.RUNNING;
    }

    /** An opinion that says not fit or a refused approval ends all limits of the round; so does handing in anew. */
    private static boolean endsRound(CourseStep step) {
        return step.result() == Result.REJECTED
                || ((step.act() == Act.SUBMIT || step.act() == Act.WRITE) && step.result() == Result.DONE);
    }

    private static @Nullable Instant answeredAt(
            @Nullable CourseStep answer, RunningClock.Standing standing, List<CourseStep> since) {
        if (answer != null) {
            return answer.at();
        }
        return standing == RunningClock.Standing.STOPPED
                ? since.stream()
                        .filter(step -> endsRound(step) || step.result() == Result.RETURNED)
                        .findFirst()
                        .map(CourseStep::at)
                        .orElse(null)
                : null;
    }

    /** From the day after a return to the day of the supplement; where the day of receipt counts, each a day earlier. */
    private List<DueDate.Pause> pauses(List<CourseStep> since, Instant now) {
        List<DueDate.Pause> pauses = new ArrayList<>();
        Instant returned = null;
        for (CourseStep step : since) {
            if (step.result() == Result.RETURNED && returned == null) {
                returned = step.at();
            } else if (step.result() == Result.RESUMED && returned != null) {
                pause(returned, step.at()).ifPresent(pauses::add);
                returned = null;
            }
        }
        if (returned != null) {
            pause(returned, now).ifPresent(pauses::add);
        }
        return pauses;
    }

    private Optional<DueDate.Pause> pause(Instant returned, Instant supplied) {
        int shift = pack.head().days().firstDay() == PackHead.FirstDay.DAY_AFTER_RECEIPT ? 0 : 1;
        LocalDate first = day(returned).plusDays(1L - shift);
        LocalDate last = day(supplied).minusDays(shift);
        return last.isBefore(first) ? Optional.empty() : Optional.of(new DueDate.Pause(first, last));
    }

    private LocalDate day(Instant at) {
        return at.atZone(pack.head().days().zone()).toLocalDate();
    }
}
