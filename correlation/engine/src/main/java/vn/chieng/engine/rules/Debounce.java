package vn.chieng.engine.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waits until changes have stopped coming, though never long. */
final class Debounce {
    /** Nothing has changed for so long. */
    static final Duration QUIET = Duration.ofMillis(300);

    /** The first change has waited for so long. */
    static final Duration LONGEST = Duration.ofMillis(1_500);

    private @Nullable Instant first;
    private Instant last = Instant.EPOCH;

    void changed(Instant now) {
        if (first == null) {
            first = now;
        }
        last = now;
    }

    boolean isDue(Instant now) {
        Instant since = first;
        return since != null && (!now.isBefore(last.plus(QUIET)) || !now.isBefore(since.plus(LONGEST)));
    }

    void done() {
        first = null;
    }
}
