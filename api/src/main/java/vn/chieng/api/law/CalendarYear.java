package vn.chieng.api.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.DayKind;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.Words;

/** A year of the calendar, month by month in weeks from Monday. */
record CalendarYear(int year, List<Month> months, int workingDays) {
    private static final int MONTHS = 12;
    private static final int DAYS_OF_WEEK = 7;

    CalendarYear {
        months = List.copyOf(months);
    }

    /** A month; a week holds null where a day is of another month. */
    record Month(int number, List<List<@Nullable Day>> weeks) {}

    /** A day and why it is what it is. */
    record Day(int number, DayKind kind, @Nullable Words name, boolean today) {}

    static CalendarYear of(HolidayCalendar calendar, int year, LocalDate today) {
        List<Month> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> month(calendar, YearMonth.of(year, month), today))
                .toList();
        long worked = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> calendar.covers(day) && calendar.worked(day))
                .count();
        return new CalendarYear(year, months, (int) worked);
    }

    private static Month month(HolidayCalendar calendar, YearMonth month, LocalDate today) {
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        List<@Nullable Day> week = new ArrayList<>();
        IntStream.range(
                        DayOfWeek.MONDAY.getValue(),
                        month.atDay(1).getDayOfWeek().getValue())
                .forEach(_ -> week.add(null));
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            week.add(day(calendar, month.atDay(number), today));
            if (week.size() == DAYS_OF_WEEK) {
                weeks.add(new ArrayList<>(week));
                week.clear();
            }
        }
        if (!week.isEmpty()) {
            while (week.size() < DAYS_OF_WEEK) {
                week.add(null);
            }
            weeks.add(new ArrayList<>(week));
        }
        return new Month(month.getMonthValue(), weeks);
    }

    private static Day day(HolidayCalendar calendar, LocalDate date, LocalDate today) {
        DayKind kind = calendar.covers(date) ? calendar.kind(date) : DayKind.WORKING;
        Optional<CalendarFile.DayOff> off = calendar.dayOff(date);
        return new Day(
                date.getDayOfMonth(),
                kind,
                kind.worked() ? null : off.map(CalendarFile.DayOff::name).orElse(null),
                date.equals(today));
    }
}
