package vn.chieng.intake.http;

import java.time.Duration;

/**
 * Named limits of the HTTP listener.
 *
 * @param maxBody of one request, counted before and after decompression
 * @param maxLine longer lines are cut
 * @param bodyMemory bytes of all bodies held at once
 * @param idleTimeout a silent connection is closed after this
 * @param requestTimeout a body that takes longer is given up
 * @param acceptTimeout when the disk takes longer, the sender is told to come again
 * @param maxConnections of all senders together
 * @param maxConnectionsPerSource of one address
 */
public record HttpLimits(
        int maxBody,
        int maxLine,
        long bodyMemory,
        Duration idleTimeout,
        Duration requestTimeout,
        Duration acceptTimeout,
        int maxConnections,
        int maxConnectionsPerSource) {

    /** Errors named in one answer; more are only counted. */
    static final int MAX_REPORTED_ERRORS = 100;
    /** Longest {@code Idempotency-Key}. */
    static final int MAX_IDEMPOTENCY_KEY = 200;
    /** Bytes of a refused body that are read and thrown away, so that the sender sees the answer. */
    static final long MAX_DISCARDED = 256L << 20;

    static final Duration LINGER = Duration.ofSeconds(10);
    /** What {@code Retry-After} says. */
    static final int RETRY_AFTER_SECONDS = 2;
}
