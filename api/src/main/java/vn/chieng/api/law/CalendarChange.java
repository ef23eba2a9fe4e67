package vn.chieng.api.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.chieng.law.days.CalendarFile;

/** One change to the calendar, with what speaks against it. */
sealed interface CalendarChange {
    /** Longer runs of days off are mistakes. */
    int MOST_DAYS = 31;

    /** How far ahead of today the calendar may reach. */
    int MOST_YEARS = 20;

    /** A run of days off is added. */
    record Off(CalendarFile.DayOff day) implements CalendarChange {}

    /** A weekend day is worked. */
    record Worked(CalendarFile.WorkingSwap swap) implements CalendarChange {}

    /** What begins on the day is taken away. */
    record Away(LocalDate first) implements CalendarChange {}

    /** The calendar reaches one year further. */
    record Further(LocalDate today) implements CalendarChange {}

    /** The calendar after the change; only where nothing speaks against it. */
    default CalendarFile applied(CalendarFile calendar) {
        return switch (this) {
            case Off(CalendarFile.DayOff day) -> calendar.with(day);
            case Worked(CalendarFile.WorkingSwap swap) -> calendar.with(swap);
            case Away(LocalDate first) -> calendar.without(first);
            case Further _ -> calendar.until(calendar.coversTo().plusYears(1));
        };
    }

    /** What speaks against it. */
    default Optional<CalendarProblem> problem(CalendarFile calendar) {
        return switch (this) {
            case Off(CalendarFile.DayOff day) -> off(calendar, day);
            case Worked(CalendarFile.WorkingSwap swap) -> worked(calendar, swap);
            case Away(LocalDate first) ->
                calendar.without(first).equals(calendar)
                        ? wrong("first", CalendarProblem.Reason.NOT_IN_CALENDAR, LegalDay.shown(first))
                        : Optional.empty();
            case Further(LocalDate today) ->
                calendar.coversTo().getYear() - today.getYear() >= MOST_YEARS
                        ? wrong("year", CalendarProblem.Reason.TOO_MANY_YEARS, MOST_YEARS)
                        : Optional.empty();
        };
    }

    private static Optional<CalendarProblem> off(CalendarFile calendar, CalendarFile.DayOff day) {
        if (day.first().isBefore(calendar.coversFrom()) || day.end().isAfter(calendar.coversTo())) {
            return outside(calendar, "first");
        }
        if (ChronoUnit.DAYS.between(day.first(), day.end()) >= MOST_DAYS) {
            return wrong("last", CalendarProblem.Reason.TOO_LONG_A_RUN, MOST_DAYS);
        }
        List<CalendarFile.DayOff> others = calendar.without(day.first()).daysOff();
        if (others.stream().anyMatch(other -> overlap(other, day))) {
            return wrong("first", CalendarProblem.Reason.OFF_TWICE);
        }
        return calendar.workingSwaps().stream()
                .map(CalendarFile.WorkingSwap::date)
                .filter(date -> !date.isBefore(day.first()) && !date.isAfter(day.end()))
                .findFirst()
                .flatMap(date -> wrong("first", CalendarProblem.Reason.OFF_AND_WORKED, LegalDay.shown(date)));
    }

    private static Optional<CalendarProblem> worked(CalendarFile calendar, CalendarFile.WorkingSwap swap) {
        LocalDate date = swap.date();
        if (date.isBefore(calendar.coversFrom()) || date.isAfter(calendar.coversTo())) {
            return outside(calendar, "first");
        }
        if (!calendar.weekend().contains(date.getDayOfWeek())) {
            return wrong("first", CalendarProblem.Reason.NOT_ON_A_WEEKEND, LegalDay.shown(date));
        }
        return calendar.daysOff().stream()
                .filter(day -> !date.isBefore(day.first()) && !date.isAfter(day.end()))
                .findFirst()
                .flatMap(_ -> wrong("first", CalendarProblem.Reason.OFF_AND_WORKED, LegalDay.shown(date)));
    }

    private static boolean overlap(CalendarFile.DayOff one, CalendarFile.DayOff other) {
        return !one.first().isAfter(other.end()) && !other.first().isAfter(one.end());
    }

    private static Optional<CalendarProblem> outside(CalendarFile calendar, String field) {
        return wrong(
                field,
                CalendarProblem.Reason.OUTSIDE_CALENDAR,
                LegalDay.shown(calendar.coversFrom()),
                LegalDay.shown(calendar.coversTo()));
    }

    private static Optional<CalendarProblem> wrong(String field, CalendarProblem.Reason reason, Object... arguments) {
        return Optional.of(CalendarProblem.of(field, reason, arguments));
    }
}
