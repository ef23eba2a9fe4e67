package vn.chieng.api.dossiers.workflow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.Words;

/** A calendar of 2026 to 2030 with holidays and swapped days, and a second counter of working days that shares no code with the first. */
final class Days {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final Words NAME = new Words("x", "x");

    final HolidayCalendar calendar;
    private final BitSet worked = new BitSet();

    Days(Random random) {
        Set<LocalDate> off = new HashSet<>();
        List<CalendarFile.DayOff> daysOff = new ArrayList<>();
        List<CalendarFile.WorkingSwap> swaps = new ArrayList<>();
        for (int year = 2026; year <= 2030; year++) {
            int newYear = 20 + random.nextInt(25);
            run(LocalDate.ofYearDay(year, newYear), 5 + random.nextInt(3), off, daysOff);
            run(LocalDate.of(year, 4, 30), 2, off, daysOff);
            run(LocalDate.of(year, 9, 1), 2, off, daysOff);
            run(LocalDate.of(year, 1, 1), 1, off, daysOff);
        }
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            worked.set(index(day), !weekend && !off.contains(day));
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY && !off.contains(day) && random.nextInt(9) == 0) {
                worked.set(index(day));
                swaps.add(new CalendarFile.WorkingSwap(day, day.plusDays(2), CalendarFile.Certainty.CONFIRMED));
            }
        }
        calendar = new HolidayCalendar(new CalendarFile(
                1, "T", "1", FIRST, LAST, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), daysOff, swaps));
    }

    private static void run(LocalDate first, int days, Set<LocalDate> off, List<CalendarFile.DayOff> daysOff) {
        for (int i = 0; i < days; i++) {
            off.add(first.plusDays(i));
        }
        daysOff.add(new CalendarFile.DayOff(
                first, first.plusDays(days - 1L), NAME, CalendarFile.Kind.HOLIDAY, CalendarFile.Certainty.CONFIRMED));
    }

    private static int index(LocalDate day) {
        return (int) (day.toEpochDay() - FIRST.toEpochDay());
    }

    /** The day on which the limit ends: {@code receipt} itself counts or not, {@code still} are days on which time stands still. */
    LocalDate working(LocalDate receipt, int amount, boolean receiptCounts, BitSet still) {
        int at = index(receipt) + (receiptCounts ? 0 : 1);
        for (int left = amount; ; at++) {
            if (worked.get(at) && !still.get(at) && --left == 0) {
                return FIRST.plusDays(at);
            }
        }
    }

    LocalDate calendarDays(LocalDate receipt, int amount, boolean receiptCounts) {
        int at = index(receipt) + amount - (receiptCounts ? 1 : 0);
        while (!worked.get(at)) {
            at++;
        }
        return FIRST.plusDays(at);
    }

    static void stillFrom(BitSet still, LocalDate first, LocalDate last) {
        if (!last.isBefore(first)) {
            still.set(index(first), index(last) + 1);
        }
    }
}
