package vn.chieng.api.clocks.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share of a clock's time that is told about once.
 *
 * @param given when it was told; null until then
 */
public record Warning(int percent, Instant at, @Nullable Instant given) {

    boolean pending(Instant now) {
        return given == null && !at.isAfter(now);
    }
}
