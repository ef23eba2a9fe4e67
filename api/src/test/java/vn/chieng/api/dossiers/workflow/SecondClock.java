package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;

/** Follows the time limits of one sequence a second time, by hand, and compares every end with the machine's. */
final class SecondClock {
    private static final Map<String, Integer> WORKING = Map.of(
            "completeness-reply",
            5,
            "appraisal-1-2",
            5,
            "appraisal-3",
            15,
            "appraisal-4-5",
            25,
            "approval",
            7,
            "approval-1-2",
            7,
            "expert-opinion",
            10);
    private static final Map<String, Integer> OLD_CALENDAR_DAYS = Map.of("appraisal-3", 15, "appraisal-4-5", 30);

    private final Days days;
    private final Clocks clocks;
    private final boolean old;
    private final boolean receiptCounts;
    private final boolean pauses;
    private final boolean restarts;
    private LocalDate asked;
    private LocalDate handedIn;
    private LocalDate valid;
    private LocalDate laidBefore;
    private LocalDate returned;
    private boolean supplement;
    private final BitSet still = new BitSet();

    SecondClock(LawPack pack, Clocks clocks, Days days) {
        PackHead.DayRules rules = pack.head().days();
        this.days = days;
        this.clocks = clocks;
        this.old = pack.head().pack().equals("ND85-2016");
        this.receiptCounts = rules.firstDay() == PackHead.FirstDay.DAY_OF_RECEIPT;
        this.pauses = rules.pauseDuringSupplement();
        this.restarts = rules.restartOnValidDossier();
    }

    void after(RandomWalk.Accepted accepted, Instant now) {
        CourseStep step = accepted.after().log().getLast();
        LocalDate day = LocalDate.ofInstant(step.at(), RandomWalk.VIETNAM);
        switch (accepted.move()) {
            case Move.AskOpinion _ -> asked = day;
            case Move.Submit _ -> {
                submitted(day);
                supplement = false;
            }
            case Move.AcceptComplete _ -> {
                valid = day;
                still.clear();
            }
            case Move.SendBack _ -> {
                returned = day;
                supplement = accepted.before().state() == DossierState.IN_APPRAISAL;
            }
            case Move.Conclude(boolean fit, String _, Paper _) -> {
                if (fit && old) {
                    laidBefore = day;
                }
            }
            case Move.Propose _ -> laidBefore = day;
            case Move.GiveOpinion _,
                    Move.RecordListing _,
                    Move.Decide _,
                    Move.Report _,
                    Move.NameAppraiser _,
                    Move.Delegate _,
                    Move.Supersede _ -> {}
        }
    }

    private void submitted(LocalDate day) {
        if (supplement && !restarts) {
            if (pauses) {
                Days.stillFrom(
                        still, receiptCounts ? returned : returned.plusDays(1), receiptCounts ? day.minusDays(1) : day);
            }
            return;
        }
        handedIn = day;
        if (old) {
            valid = day;
            still.clear();
        }
    }

    List<String> wrong(Course course, Instant now) {
        List<String> wrong = new ArrayList<>();
        Map<String, LocalDate> ends = new HashMap<>();
        for (RunningClock clock : clocks.of(course, now)) {
            boolean ofThisState = course.state() == DossierState.AWAITING_OPINION
                    ? clock.act() == Procedure.Act.EXPERT_OPINION
                    : !course.state().withWriter();
            if (clock.standing() == RunningClock.Standing.RUNNING && ofThisState) {
                ends.put(clock.deadline().id(), ((DueDate.Due) clock.due()).day());
            }
        }
        Map<String, LocalDate> expected = expected(course);
        if (!ends.equals(expected)) {
            wrong.add("clocks " + ends + " instead of " + expected);
        }
        return wrong;
    }

    private Map<String, LocalDate> expected(Course course) {
        Map<String, LocalDate> ends = new HashMap<>();
        switch (course.state()) {
            case AWAITING_OPINION -> add(ends, "expert-opinion", asked);
            case SUBMITTED -> add(ends, "completeness-reply", handedIn);
            case IN_APPRAISAL -> {
                switch (course.route()) {
                    case "route-1-2" -> {
                        if (!old) {
                            add(ends, "appraisal-1-2", valid);
                            add(ends, "approval-1-2", valid);
                        }
                    }
                    case "route-3" -> add(ends, "appraisal-3", valid);
                    default -> add(ends, "appraisal-4-5", valid);
                }
            }
            case APPRAISED -> {
                if (old) {
                    add(ends, "approval", laidBefore);
                } else if (course.route().equals("route-1-2")) {
                    add(ends, "approval-1-2", valid);
                }
            }
            case PROPOSED -> add(ends, "approval", laidBefore);
            case DRAFT, RETURNED, NOT_FIT, APPROVED, SUPERSEDED -> {}
        }
        return ends;
    }

    private void add(Map<String, LocalDate> ends, String deadline, LocalDate from) {
        Integer calendarDays = old ? OLD_CALENDAR_DAYS.get(deadline) : null;
        boolean paused = deadline.startsWith("appraisal") || deadline.equals("approval-1-2");
        ends.put(
                deadline,
                calendarDays != null
                        ? days.calendarDays(from, calendarDays, receiptCounts)
                        : days.working(from, WORKING.get(deadline), receiptCounts, paused ? still : new BitSet()));
    }
}
