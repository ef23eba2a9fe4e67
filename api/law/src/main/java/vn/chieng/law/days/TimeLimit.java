package vn.chieng.law.days;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;

/** Counts time limits under a pack's day rules and a calendar. */
public final class TimeLimit {
    /** A limit longer than this is a mistake in the data. */
    static final int MAX_AMOUNT = 10_000;

    private static final int ALL = 100;

    private final HolidayCalendar calendar;
    private final PackHead.DayRules rules;

    public TimeLimit(HolidayCalendar calendar, PackHead.DayRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    public DueDate due(Instant received, Procedure.Deadline deadline, List<DueDate.Pause> pauses) {
        return due(received, deadline.amount(), deadline.unit(), pauses);
    }

    /** Counts from the receipt; pauses have an effect only where the pack's rules say so. */
    public DueDate due(Instant received, int amount, Procedure.Unit unit, List<DueDate.Pause> pauses) {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("a limit of " + amount + " is not between 0 and " + MAX_AMOUNT);
        }
        return switch (unit) {
            case HOURS -> hours(received, amount);
            case CALENDAR_DAYS -> calendarDays(received, amount);
            case WORKING_DAYS -> workingDays(received, amount, rules.pauseDuringSupplement() ? pauses : List.of());
        };
    }

    private DueDate hours(Instant received, int amount) {
        Duration whole = Duration.ofHours(amount);
        List<DueDate.Escalation> escalations = rules.escalateAtPercent().stream()
                .map(percent -> new DueDate.Escalation(
                        percent, received.plus(whole.multipliedBy(percent).dividedBy(ALL))))
                .toList();
        Instant end = received.plus(whole);
        return new DueDate.Due(local(end), end, List.of(), escalations, List.of(), calendar.version());
    }

    private DueDate calendarDays(Instant received, int amount) {
        LocalDate day = firstDay(local(received));
        List<DueDate.CountedDay> counted = new ArrayList<>();
        for (int number = 1; number <= amount; number++, day = day.plusDays(1)) {
            if (!calendar.covers(day)) {
                return new DueDate.OutsideCalendar(day, calendar.version());
            }
            counted.add(new DueDate.CountedDay(day, number, calendar.kind(day)));
        }
        LocalDate last = counted.isEmpty() ? local(received) : counted.getLast().day();
        if (rules.calendarDaysEndingOnDayOff() == PackHead.EndOnDayOff.NEXT_WORKING_DAY) {
            while (calendar.covers(last) && !calendar.worked(last)) {
                last = last.plusDays(1);
            }
        }
        return calendar.covers(last)
                ? result(local(received), last, amount, counted)
                : new DueDate.OutsideCalendar(last, calendar.version());
    }

    private DueDate workingDays(Instant received, int amount, List<DueDate.Pause> pauses) {
        LocalDate day = firstDay(local(received));
        LocalDate last = local(received);
        List<DueDate.CountedDay> counted = new ArrayList<>();
        for (int number = 0; number < amount; day = day.plusDays(1)) {
            if (!calendar.covers(day)) {
                return new DueDate.OutsideCalendar(day, calendar.version());
            }
            DayKind kind = paused(day, pauses) ? DayKind.PAUSED : calendar.kind(day);
            if (kind.worked()) {
                number++;
                last = day;
            }
            counted.add(new DueDate.CountedDay(day, kind.worked() ? number : 0, kind));
        }
        return result(local(received), last, amount, counted);
    }

    private DueDate.Due result(LocalDate received, LocalDate last, int amount, List<DueDate.CountedDay> counted) {
        Instant end = start(last.plusDays(1));
        List<DueDate.CountedDay> numbered =
                counted.stream().filter(day -> day.number() > 0).toList();
        List<DueDate.Escalation> escalations = rules.escalateAtPercent().stream()
                .map(percent -> new DueDate.Escalation(percent, escalation(percent, amount, numbered, end)))
                .toList();
        return new DueDate.Due(
                last, end, counted, escalations, calendar.unconfirmed(received, last), calendar.version());
    }

    /** The beginning of the counted day on which the share is used up, so that there is still a day to act on. */
    private Instant escalation(int percent, int amount, List<DueDate.CountedDay> numbered, Instant end) {
        if (percent == ALL || numbered.isEmpty()) {
            return end;
        }
        int wholeDays = amount * percent / ALL;
        return start(numbered.get(wholeDays).day());
    }

    private LocalDate firstDay(LocalDate received) {
        return switch (rules.firstDay()) {
            case DAY_AFTER_RECEIPT -> received.plusDays(1);
            case DAY_OF_RECEIPT -> received;
        };
    }

    private static boolean paused(LocalDate day, List<DueDate.Pause> pauses) {
        return !pauses.isEmpty() && pauses.stream().anyMatch(pause -> pause.holds(day));
    }

    private LocalDate local(Instant instant) {
        return instant.atZone(rules.zone()).toLocalDate();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(rules.zone()).toInstant();
    }
}
