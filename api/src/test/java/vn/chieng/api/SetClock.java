package vn.chieng.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class SetClock extends Clock {
    private volatile Instant now;

    /** A clock that stands at this time. */
    public SetClock(Instant start) {
        now = start;
    }

    /** A clock at a time as ISO 8601 writes it, in UTC. */
    public static SetClock at(String time) {
        return new SetClock(Instant.parse(time));
    }

    /** Moves it to a time as ISO 8601 writes it, in UTC. */
    public void set(String time) {
        now = Instant.parse(time);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
