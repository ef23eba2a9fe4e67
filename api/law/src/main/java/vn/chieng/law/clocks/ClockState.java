package vn.chieng.law.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.PackVersion;

/** What a clock of the pack means for one incident. */
public sealed interface ClockState {
    PackVersion pack();

    Incidents.Clock clock();

    /** The duty exists and time runs. */
    record Running(PackVersion pack, Incidents.Clock clock, Moment from, Instant due, List<Warning> warnings)
            implements ClockState {
        public Running {
            warnings = List.copyOf(warnings);
        }
    }

    /** The duty exists, but the event from which time runs is not recorded. */
    record WithoutStart(PackVersion pack, Incidents.Clock clock) implements ClockState {}

    /** Whether the duty exists depends on what is not known yet. */
    record Undecided(PackVersion pack, Incidents.Clock clock, Set<String> missing) implements ClockState {
        public Undecided {
            missing = Set.copyOf(missing);
        }
    }

    /** The clock stands still on days off, and the calendar ends before it does. */
    record OutsideCalendar(PackVersion pack, Incidents.Clock clock, LocalDate day) implements ClockState {}

    /** When the share of the time is used up. */
    record Warning(int percent, Instant at) {}
}
