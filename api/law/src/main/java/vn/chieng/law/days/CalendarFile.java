package vn.chieng.law.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Words;

/** A holiday calendar as its file writes it. */
public record CalendarFile(
        int schema,
        String calendar,
        String version,
        LocalDate coversFrom,
        LocalDate coversTo,
        List<DayOfWeek> weekend,
        List<DayOff> daysOff,
        List<WorkingSwap> workingSwaps) {
    /** The shape of calendar files that this code reads. */
    public static final int SCHEMA = 1;

    private static final int MAX_YEARS = 50;

    public CalendarFile {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + " is not known; this program reads " + SCHEMA);
        }
        if (coversTo.isBefore(coversFrom)) {
            throw new IllegalArgumentException("\"covers-to\" is before \"covers-from\"");
        }
        if (coversTo.isAfter(coversFrom.plusYears(MAX_YEARS))) {
            throw new IllegalArgumentException("the calendar covers more than " + MAX_YEARS + " years");
        }
        weekend = List.copyOf(weekend);
        daysOff = List.copyOf(daysOff);
        workingSwaps = List.copyOf(workingSwaps);
        for (DayOff day : daysOff) {
            if (day.first().isBefore(coversFrom) || day.end().isAfter(coversTo)) {
                throw new IllegalArgumentException("the day off " + day.first() + " lies outside the calendar");
            }
            if (daysOff.stream().filter(other -> other.holds(day.first())).count() > 1) {
                throw new IllegalArgumentException("the day " + day.first() + " is off twice");
            }
        }
        for (WorkingSwap swap : workingSwaps) {
            if (!weekend.contains(swap.date().getDayOfWeek())) {
                throw new IllegalArgumentException("the working day " + swap.date() + " is not on a weekend");
            }
            if (daysOff.stream().anyMatch(day -> day.holds(swap.date()))) {
                throw new IllegalArgumentException("the day " + swap.date() + " is both off and worked");
            }
        }
    }

    /** The same under another version. */
    public CalendarFile versioned(String newVersion) {
        return new CalendarFile(schema, calendar, newVersion, coversFrom, coversTo, weekend, daysOff, workingSwaps);
    }

    /** The same up to another last day. */
    public CalendarFile until(LocalDate last) {
        return new CalendarFile(schema, calendar, version, coversFrom, last, weekend, daysOff, workingSwaps);
    }

    /** The same with one more run of days off; one that begins on the same day makes way. */
    public CalendarFile with(DayOff day) {
        List<DayOff> days = new ArrayList<>(without(day.first()).daysOff());
        days.add(day);
        days.sort(Comparator.comparing(DayOff::first));
        return new CalendarFile(schema, calendar, version, coversFrom, coversTo, weekend, days, workingSwaps);
    }

    /** The same with one more weekend day that is worked; one on the same day makes way. */
    public CalendarFile with(WorkingSwap swap) {
        List<WorkingSwap> swaps = new ArrayList<>(workingSwaps);
        swaps.removeIf(other -> other.date().equals(swap.date()));
        swaps.add(swap);
        swaps.sort(Comparator.comparing(WorkingSwap::date));
        return new CalendarFile(schema, calendar, version, coversFrom, coversTo, weekend, daysOff, swaps);
    }

    /** The same without what begins on a day: a run of days off, or a worked weekend day. */
    public CalendarFile without(LocalDate first) {
        return new CalendarFile(
                schema,
                calendar,
                version,
                coversFrom,
                coversTo,
                weekend,
                daysOff.stream().filter(day -> !day.first().equals(first)).toList(),
                workingSwaps.stream().filter(swap -> !swap.date().equals(first)).toList());
    }

    /** A day, or a run of days, without work. */
    public record DayOff(LocalDate first, @Nullable LocalDate last, Words name, Kind kind, Certainty certainty) {
        public DayOff {
            if (last != null && last.isBefore(first)) {
                throw new IllegalArgumentException("\"last\" is before \"first\"");
            }
        }

        /** The last day of the run. */
        public LocalDate end() {
            return last == null ? first : last;
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(end());
        }
    }

    /** Why a day is off. */
    public enum Kind {
        HOLIDAY,
        COMPENSATION,
        SWAPPED
    }

    /** How sure a day is; a proposed one is worked until somebody confirms it. */
    public enum Certainty {
        CONFIRMED,
        TO_CONFIRM,
        PROPOSED
    }

    /** A weekend day that is worked in exchange for a day off. */
    public record WorkingSwap(LocalDate date, LocalDate insteadOf, Certainty certainty) {}
}
