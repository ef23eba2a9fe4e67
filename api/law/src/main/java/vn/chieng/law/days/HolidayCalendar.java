package vn.chieng.law.days;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of each day it covers whether it is worked, and why not. */
public final class HolidayCalendar {
    private final CalendarFile file;
    private final Map<LocalDate, CalendarFile.DayOff> off = new HashMap<>();
    private final Set<LocalDate> swapped = new HashSet<>();
    private final List<CalendarFile.DayOff> unconfirmed;

    public HolidayCalendar(CalendarFile file) {
        this.file = file;
        for (CalendarFile.DayOff day : file.daysOff()) {
            if (day.certainty() != CalendarFile.Certainty.PROPOSED) {
                day.first().datesUntil(day.end().plusDays(1)).forEach(date -> off.put(date, day));
            }
        }
        file.workingSwaps().stream()
                .filter(swap -> swap.certainty() != CalendarFile.Certainty.PROPOSED)
                .forEach(swap -> swapped.add(swap.date()));
        unconfirmed = file.daysOff().stream()
                .filter(day -> day.certainty() != CalendarFile.Certainty.CONFIRMED)
                .sorted(Comparator.comparing(CalendarFile.DayOff::first))
                .toList();
    }

    /** The file that the calendar was made of. */
    public CalendarFile file() {
        return file;
    }

    public String name() {
        return file.calendar();
    }

    public String version() {
        return file.version();
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(file.coversFrom()) && !day.isAfter(file.coversTo());
    }

    /** What the day is; only of days that the calendar covers. */
    public DayKind kind(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(day + " is outside the calendar " + file.version());
        }
        if (swapped.contains(day)) {
            return DayKind.SWAPPED_TO_WORK;
        }
        // A holiday on a weekend stays a holiday: that is the reason worth showing.
        return dayOff(day)
                .map(found -> kind(found.kind()))
                .orElseGet(() -> file.weekend().contains(day.getDayOfWeek()) ? DayKind.WEEKEND : DayKind.WORKING);
    }

    public Optional<CalendarFile.DayOff> dayOff(LocalDate day) {
        return Optional.ofNullable(off.get(day));
    }

    public boolean worked(LocalDate day) {
        return kind(day).worked();
    }

    /** Days off between two days, both included, that are still to be confirmed or only proposed. */
    public List<CalendarFile.DayOff> unconfirmed(LocalDate first, LocalDate last) {
        return unconfirmed.stream()
                .filter(day -> !day.end().isBefore(first) && !day.first().isAfter(last))
                .toList();
    }

    private static DayKind kind(CalendarFile.Kind kind) {
        return switch (kind) {
            case HOLIDAY -> DayKind.HOLIDAY;
            case COMPENSATION -> DayKind.COMPENSATION;
            case SWAPPED -> DayKind.SWAPPED_OFF;
        };
    }
}
