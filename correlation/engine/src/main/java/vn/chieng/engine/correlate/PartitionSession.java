package vn.chieng.engine.correlate;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import vn.chieng.event.Detection;

/** One assigned partition: its correlator, and where in the partition it is. */
final class PartitionSession implements AutoCloseable {
    private final Correlator correlator;
    private final CorrelationMeters meters;
    private final long live;
    private final long opened = System.nanoTime();
    private long next;
    private boolean moved;
    private boolean replaying;

    /**
     * A session that begins to read.
     *
     * @param start first offset that it will read
     * @param live first offset whose signals have not been said
     */
    PartitionSession(Correlator correlator, CorrelationMeters meters, long start, long live) {
        this.correlator = correlator;
        this.meters = meters;
        this.next = start;
        this.live = live;
        this.replaying = start < live;
        correlator.silent(replaying);
    }

    Correlator correlator() {
        return correlator;
    }

    void accept(Detection detection, long offset) {
        reach(offset);
        correlator.accept(detection);
        skip(offset);
    }

    /** Passes over a record that cannot be used. */
    void skip(long offset) {
        next = offset + 1;
        moved |= next > live;
    }

    /** Whether this offset has not been decided on before a restart. */
    boolean isNews(long offset) {
        return offset >= live;
    }

    /** Whether there is something to commit; never while it reads again what was committed. */
    boolean hasMoved() {
        return moved;
    }

    void committed() {
        moved = false;
    }

    OffsetAndMetadata position() {
        return new OffsetAndMetadata(next, Long.toString(correlator.clock().toEpochMilli()));
    }

    @Override
    public void close() {
        correlator.close();
    }

    private void reach(long offset) {
        if (replaying && isNews(offset)) {
            replaying = false;
            correlator.silent(false);
            meters.replayed(System.nanoTime() - opened);
        }
    }
}
