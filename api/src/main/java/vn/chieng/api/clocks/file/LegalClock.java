package vn.chieng.api.clocks.file;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.pack.PackVersion;

/**
 * A clock of an incident.
 *
 * @param id as the law pack names it
 * @param pack the pack and version that set the times
 * @param from the moment it counts from
 * @param sending the first proof of sending, which decides whether it was in time
 * @param closing the proof that the closing report followed a preliminary one
 */
public record LegalClock(
        String id,
        PackVersion pack,
        State state,
        Instant from,
        Instant due,
        List<Warning> warnings,
        @Nullable Sending sending,
        @Nullable Sending closing) {

    public LegalClock {
        warnings = List.copyOf(warnings);
        if ((state == State.SENT) != (sending != null) || (closing != null && sending == null)) {
            throw new IllegalArgumentException("a clock is sent when there is proof of it");
        }
    }

    /** What a clock is at. */
    public enum State {
        /** The duty exists and nothing was sent. */
        RUNNING,
        /** The duty fell away before anything was sent. */
        STOPPED,
        /** Something was sent. */
        SENT
    }

    static LegalClock started(ClockState.Running duty) {
        List<Warning> warnings = duty.warnings().stream()
                .map(each -> new Warning(each.percent(), each.at(), null))
                .toList();
        return new LegalClock(
                duty.clock().id(), duty.pack(), State.RUNNING, duty.from().at(), duty.due(), warnings, null, null);
    }

    /** Whether it keeps the incident open. */
    public boolean open() {
        return state == State.RUNNING || awaitsClosing();
    }

    /** Whether only a preliminary report was sent. */
    public boolean awaitsClosing() {
        return state == State.SENT && sending != null && sending.preliminary() && closing == null;
    }

    /** Whether it runs and its time is over. */
    public boolean overdue(Instant now) {
        return state == State.RUNNING && now.isAfter(due);
    }

    /** How much later than due it was sent; negative where it was in time. Asked only once it was sent. */
    public Duration late() {
        if (sending == null) {
            throw new IllegalStateException("nothing was sent for " + id);
        }
        return Duration.between(due, sending.at());
    }

    LegalClock stopped() {
        return new LegalClock(id, pack, State.STOPPED, from, due, warnings, null, null);
    }

    /** With the times of the duty; a warning is given again only where its own time moved to one still to come. */
    LegalClock timed(ClockState.Running duty, Instant now) {
        List<Warning> next = duty.warnings().stream()
                .map(each -> new Warning(each.percent(), each.at(), given(each, now)))
                .toList();
        State running = state == State.STOPPED ? State.RUNNING : state;
        return new LegalClock(id, duty.pack(), running, duty.from().at(), duty.due(), next, sending, closing);
    }

    private @Nullable Instant given(ClockState.Warning next, Instant now) {
        for (Warning before : warnings) {
            boolean same = before.percent() == next.percent();
            if (same && (before.at().equals(next.at()) || !next.at().isAfter(now))) {
                return before.given();
            }
        }
        return null;
    }

    LegalClock sent(Sending proof) {
        return sending == null
                ? new LegalClock(id, pack, State.SENT, from, due, warnings, proof, null)
                : new LegalClock(id, pack, State.SENT, from, due, warnings, sending, proof);
    }

    LegalClock warned(int percent, Instant now) {
        List<Warning> next = warnings.stream()
                .map(each -> each.percent() == percent ? new Warning(percent, each.at(), now) : each)
                .toList();
        return new LegalClock(id, pack, state, from, due, next, sending, closing);
    }
}
