package vn.chieng.api.law;

import java.util.List;
import vn.chieng.law.days.CalendarFile;

/** What became of a change to the calendar. */
sealed interface CalendarOutcome {

    /** The calendar as it is now. */
    record Done(CalendarFile calendar) implements CalendarOutcome {}

    /** Somebody changed it in the meantime. */
    record Stale(CalendarFile calendar) implements CalendarOutcome {}

    /** What was asked for cannot be. */
    record Refused(List<CalendarProblem> problems) implements CalendarOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
