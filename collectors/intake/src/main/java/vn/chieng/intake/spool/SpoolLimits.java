package vn.chieng.intake.spool;

import java.time.Duration;

/**
 * Named limits of the spool.
 *
 * @param capacity bytes that wait for Kafka; above nine tenths of it the senders are slowed
 * @param segmentSize a new file is begun past this
 * @param pendingBytes bytes that wait for the disk; above it the senders are slowed
 * @param commitDelay how long the first frame waits for others to share its fsync
 * @param commitBytes bytes that end this waiting
 * @param retainedBytes shipped bytes kept so that a resent batch is known again
 * @param retainedAge how long shipped segments are kept within {@code retainedBytes}
 */
public record SpoolLimits(
        long capacity,
        long segmentSize,
        int pendingBytes,
        Duration commitDelay,
        int commitBytes,
        long retainedBytes,
        Duration retainedAge) {

    /** An entry longer than this is no entry. */
    static final int MAX_ENTRY = 32 << 20;

    public SpoolLimits {
        if (segmentSize > capacity) {
            throw new IllegalArgumentException("a segment is larger than the spool");
        }
    }
}
