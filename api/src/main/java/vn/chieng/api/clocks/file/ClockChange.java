package vn.chieng.api.clocks.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clock.
 *
 * @param before the time that stood there before; null where none did
 * @param after the time that stands there now; null where none does
 */
public record ClockChange(
        String clock,
        Kind kind,
        @Nullable Instant before,
        @Nullable Instant after) {

    /** The kinds of changes. */
    public enum Kind {
        STARTED,
        RESTARTED,
        STOPPED,
        MOVED,
        WARNED,
        SENT,
        CLOSING_SENT,
        T0_CORRECTED
    }
}
