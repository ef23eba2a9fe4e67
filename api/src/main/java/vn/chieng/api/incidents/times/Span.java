package vn.chieng.api.incidents.times;

import java.time.Instant;

/**
 * A time in which incidents were opened.
 *
 * @param to the first instant after it
 */
public record Span(Instant from, Instant to) {
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from");
        }
    }

    /** The span of the same length before it. */
    public Span before() {
        return new Span(from.minusMillis(to.toEpochMilli() - from.toEpochMilli()), from);
    }
}
