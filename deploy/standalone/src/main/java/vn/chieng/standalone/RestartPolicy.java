package vn.chieng.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long to wait before a child that died is started again: longer each time within a minute, then slowly. */
final class RestartPolicy {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int DEATHS_LIMIT = 5;
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration SLOW_PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private boolean slow;

    RestartPolicy(Clock clock) {
        this.clock = clock;
    }

    /** What to do after a death. */
    record Restart(Duration pause, int deathsInWindow, boolean slowly) {}

    synchronized Restart afterDeath() {
        Instant now = clock.instant();
        deaths.addLast(now);
        while (deaths.size() > DEATHS_LIMIT || deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        slow = slow || deaths.size() >= DEATHS_LIMIT;
        Duration pause = slow ? SLOW_PAUSE : FIRST_PAUSE.multipliedBy(1L << (deaths.size() - 1));
        return new Restart(pause, deaths.size(), slow);
    }

    /** A child that has run for a whole window is trusted again. */
    synchronized void afterRun(Duration uptime) {
        if (uptime.compareTo(WINDOW) > 0) {
            deaths.clear();
            slow = false;
        }
    }
}
