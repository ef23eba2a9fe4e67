package vn.chieng.api.clocks.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.chieng.api.clocks.file.ClockChange.Kind;
import vn.chieng.law.clocks.ClockState;

/** All clocks that an incident has or had; every change makes a new file and says what changed. */
public record ClockFile(List<LegalClock> clocks) {
    public static final ClockFile EMPTY = new ClockFile(List.of());

    public ClockFile {
        clocks = List.copyOf(clocks);
        if (clocks.stream().map(LegalClock::id).distinct().count() != clocks.size()) {
            throw new IllegalArgumentException("a clock stands twice in a file");
        }
    }

    /** A file and how it came to be. */
    public record Step(ClockFile file, List<ClockChange> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /** A warning whose time has come. */
    public record Pending(LegalClock clock, Warning warning) {}

    /** The clock of this name. */
    public Optional<LegalClock> find(String id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).findFirst();
    }

    /** The file once these duties and no others exist; what was sent stays sent. */
    public Step judged(List<ClockState.Running> duties, Instant now) {
        List<LegalClock> next = new ArrayList<>();
        List<ClockChange> changes = new ArrayList<>();
        Set<String> owed = new HashSet<>();
        for (ClockState.Running duty : duties) {
            owed.add(duty.clock().id());
            LegalClock after = find(duty.clock().id())
                    .map(before -> timed(before, duty, now, changes))
                    .orElseGet(() -> started(duty, changes));
            next.add(after);
        }
        for (LegalClock before : clocks) {
            if (!owed.contains(before.id())) {
                next.add(released(before, changes));
            }
        }
        return new Step(new ClockFile(next), changes);
    }

    private static LegalClock started(ClockState.Running duty, List<ClockChange> changes) {
        LegalClock started = LegalClock.started(duty);
        changes.add(new ClockChange(started.id(), Kind.STARTED, null, started.due()));
        return started;
    }

    private static LegalClock timed(
            LegalClock before, ClockState.Running duty, Instant now, List<ClockChange> changes) {
        LegalClock after = before.timed(duty, now);
        if (before.state() == LegalClock.State.STOPPED) {
            changes.add(new ClockChange(after.id(), Kind.RESTARTED, null, after.due()));
        } else if (!after.due().equals(before.due())) {
            changes.add(new ClockChange(after.id(), Kind.MOVED, before.due(), after.due()));
        }
        return after;
    }

    private static LegalClock released(LegalClock before, List<ClockChange> changes) {
        if (before.state() != LegalClock.State.RUNNING) {
            return before;
        }
        changes.add(new ClockChange(before.id(), Kind.STOPPED, before.due(), null));
        return before.stopped();
    }

    /** With proof of sending; empty where the clock neither runs nor waits for a closing report, or that one would be preliminary too. */
    public Optional<Step> sent(String id, Sending sending) {
        return find(id).filter(LegalClock::open)
                .filter(clock -> !(clock.awaitsClosing() && sending.preliminary()))
                .map(clock -> new Step(
                        with(clock.sent(sending)),
                        List.of(new ClockChange(
                                id,
                                clock.awaitsClosing() ? Kind.CLOSING_SENT : Kind.SENT,
                                clock.due(),
                                sending.at()))));
    }

    /** What is to be told now, the earliest first. */
    public List<Pending> pending(Instant now) {
        return clocks.stream()
                .filter(clock -> clock.state() == LegalClock.State.RUNNING)
                .flatMap(clock -> pending(clock, now))
                .sorted(Comparator.comparing(each -> each.warning().at()))
                .toList();
    }

    private static Stream<Pending> pending(LegalClock clock, Instant now) {
        return clock.warnings().stream()
                .filter(warning -> warning.pending(now))
                .map(warning -> new Pending(clock, warning));
    }

    /** Once that was told. */
    public ClockFile warned(String id, int percent, Instant now) {
        return find(id).map(clock -> with(clock.warned(percent, now))).orElse(this);
    }

    private ClockFile with(LegalClock changed) {
        return new ClockFile(clocks.stream()
                .map(clock -> clock.id().equals(changed.id()) ? changed : clock)
                .toList());
    }
}
