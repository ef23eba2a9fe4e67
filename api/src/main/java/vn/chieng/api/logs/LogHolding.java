package vn.chieng.api.logs;

import java.time.Instant;

/**
 * The logs held of one body.
 *
 * @param sources log sources that ever sent something that is still held
 * @param live those that sent something lately
 * @param oldest when the oldest event was taken in
 * @param newest when the newest was
 */
public record LogHolding(int sources, int live, Instant oldest, Instant newest) {
    public LogHolding {
        if (live > sources || newest.isBefore(oldest)) {
            throw new IllegalArgumentException("no logs can be like that: " + sources + " sources, " + live + " live");
        }
    }
}
