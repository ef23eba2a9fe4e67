package vn.chieng.intake.spool;

import java.util.ArrayList;
import java.util.List;

/** Decides when the senders must slow down, and tells the paused ones when they may go on. */
final class Watermark {
    private final long capacity;
    private final long pendingLimit;
    private long unshipped;
    private long pending;
    private boolean failing;
    private volatile boolean above;
    private List<Runnable> waiting = new ArrayList<>();

    Watermark(SpoolLimits limits, long unshipped) {
        this.capacity = limits.capacity();
        this.pendingLimit = limits.pendingBytes();
        this.unshipped = unshipped;
        update(0, 0);
    }

    boolean above() {
        return above;
    }

    synchronized boolean failing() {
        return failing;
    }

    synchronized long unshippedBytes() {
        return unshipped;
    }

    void pending(long bytes) {
        run(update(bytes, 0));
    }

    void durable(long bytes) {
        run(update(-bytes, bytes));
    }

    void shipped(long bytes) {
        run(update(0, -bytes));
    }

    void failing(boolean now) {
        synchronized (this) {
            failing = now;
        }
        run(update(0, 0));
    }

    /** Runs the action once the level is low; at once if it is. */
    void onceDrained(Runnable action) {
        synchronized (this) {
            if (above) {
                waiting.add(action);
                return;
            }
        }
        action.run();
    }

    private synchronized List<Runnable> update(long pendingChange, long unshippedChange) {
        pending += pendingChange;
        unshipped += unshippedChange;
        if (above) {
            above = failing || pending > pendingLimit / 2 || pending + unshipped > capacity / 10 * 8;
        } else {
            above = failing || pending > pendingLimit || pending + unshipped > capacity / 10 * 9;
        }
        if (above || waiting.isEmpty()) {
            return List.of();
        }
        List<Runnable> released = waiting;
        waiting = new ArrayList<>();
        return released;
    }

    private static void run(List<Runnable> actions) {
        actions.forEach(Runnable::run);
    }
}
