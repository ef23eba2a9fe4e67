package vn.chieng.engine.correlate;

import java.time.Instant;

/** How far back a partition has to be read so that its session is what it was. */
final class Replay {
    private Replay() {}

    /**
     * The time of the first detection needed. Every detection before the first one of this time or later had arrived, and
     * expired, by the time the clock stood where it stands.
     *
     * @param clock the session's clock when the position was committed
     */
    static Instant from(Instant clock) {
        return clock.isBefore(Instant.EPOCH.plus(Observation.RETENTION))
                ? Instant.EPOCH
                : clock.minus(Observation.RETENTION);
    }
}
