package vn.chieng.law.days;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When a time limit ends, with how it was counted. */
public sealed interface DueDate {

    /** Ends on {@code day}; who acts at {@code end} or later is late. */
    record Due(
            LocalDate day,
            Instant end,
            List<CountedDay> days,
            List<Escalation> escalations,
            List<CalendarFile.DayOff> unconfirmed,
            String calendarVersion)
            implements DueDate {
        public Due {
            days = List.copyOf(days);
            escalations = List.copyOf(escalations);
            unconfirmed = List.copyOf(unconfirmed);
        }
    }

    /** The calendar ends before the time limit: somebody must enter the next year. */
    record OutsideCalendar(LocalDate day, String calendarVersion) implements DueDate {}

    /** A day on the way; number zero was not counted. */
    record CountedDay(LocalDate day, int number, DayKind kind) {}

    /** When the share of the time limit is used up. */
    record Escalation(int percent, Instant at) {}

    /** Days on which the time limit stands still, both included. */
    record Pause(LocalDate first, LocalDate last) {
        public Pause {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a pause ends before it begins");
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
