package vn.chieng.testbed;

import java.time.Duration;

/** How long and how much the testbed waits for and reads of its children. */
final class Limits {

    static final int PROBE_MILLIS = 2_000;
    static final Duration PROBE_PAUSE = Duration.ofMillis(50);
    static final Duration PORT_WAIT = Duration.ofSeconds(5);
    static final Duration START = Duration.ofMinutes(2);
    static final Duration STOP = Duration.ofSeconds(15);

    /** The end of a run that writes ahead-of-time caches, on a machine that has other work. */
    static final Duration STOP_AFTER_TRAINING = Duration.ofMinutes(2);

    static final Duration AFTER_KILL = Duration.ofSeconds(5);
    static final int LOG_TAIL_LINES = 25;
    static final int LOG_TAIL_BYTES = 16 * 1024;

    private Limits() {}
}
