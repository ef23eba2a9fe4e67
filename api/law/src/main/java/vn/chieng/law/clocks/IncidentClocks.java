package vn.chieng.law.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chieng.law.conditions.Evaluation;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

/** Computes the clocks of an incident; nothing is remembered, so a changed fact or moment is simply computed again. */
public final class IncidentClocks {
    private static final int ALL = 100;
    private final LawPack pack;
    private final HolidayCalendar calendar;

    public IncidentClocks(LawPack pack, HolidayCalendar calendar) {
        this.pack = pack;
        this.calendar = calendar;
    }

    /** The clocks that concern the incident; {@code switchedOn} adds clocks that the pack leaves off. */
    public List<ClockState> clocks(Facts facts, Map<String, Moment> moments, Set<String> switchedOn) {
        return pack.incidents().clocks().stream()
                .filter(clock -> clock.onByDefault() || switchedOn.contains(clock.id()))
                .map(clock -> state(clock, facts, moments))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ClockState> state(Incidents.Clock clock, Facts facts, Map<String, Moment> moments) {
        return switch (Evaluation.evaluate(clock.when(), facts)) {
            case FAILS -> Optional.empty();
            case OPEN ->
                Optional.of(new ClockState.Undecided(pack.version(), clock, Evaluation.missing(clock.when(), facts)));
            case HOLDS -> {
                Moment from = moments.get(clock.after());
                yield Optional.of(
                        from == null
                                ? new ClockState.WithoutStart(pack.version(), clock)
                                : running(clock, from, moments));
            }
        };
    }

    private ClockState running(Incidents.Clock clock, Moment from, Map<String, Moment> moments) {
        Instant warnFrom = clock.warnFromEarliest()
                ? moments.values().stream()
                        .map(Moment::at)
                        .min(Comparator.naturalOrder())
                        .orElse(from.at())
                : from.at();
        Duration whole = Duration.ofHours(clock.hours());
        try {
            Instant due = after(clock, from.at(), whole);
            List<ClockState.Warning> warnings = clock.warnAtPercent().stream()
                    .map(percent -> new ClockState.Warning(
                            percent,
                            after(clock, warnFrom, whole.multipliedBy(percent).dividedBy(ALL))))
                    .toList();
            return new ClockState.Running(pack.version(), clock, from, due, warnings);
        } catch (EndOfCalendar e) {
            return new ClockState.OutsideCalendar(pack.version(), clock, e.day);
        }
    }

    private Instant after(Incidents.Clock clock, Instant from, Duration duration) {
        return clock.runsOnDaysOff() ? from.plus(duration) : skippingDaysOff(from, duration);
    }

    private Instant skippingDaysOff(Instant from, Duration duration) {
        Instant at = from;
        Duration left = duration;
        while (true) {
            LocalDate day = at.atZone(pack.head().days().zone()).toLocalDate();
            if (!calendar.covers(day)) {
                throw new EndOfCalendar(day);
            }
            Instant midnight =
                    day.plusDays(1).atStartOfDay(pack.head().days().zone()).toInstant();
            if (calendar.worked(day)) {
                Duration rest = Duration.between(at, midnight);
                if (left.compareTo(rest) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(rest);
            }
            at = midnight;
        }
    }

    /** Leaves the counting of one clock; it never leaves this class. */
    private static final class EndOfCalendar extends RuntimeException {
        private final LocalDate day;

        EndOfCalendar(LocalDate day) {
            super("the calendar ends before " + day);
            this.day = day;
        }
    }
}
