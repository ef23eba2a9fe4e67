package vn.chieng.intake.shipping;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import vn.chieng.intake.spool.Spool;

/** What was sent and not yet answered, in order; the spool's position moves over what is answered without a gap. */
final class InFlight {
    private final Spool spool;
    private final int limit;
    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private @Nullable String broken;

    /** One record under way. */
    static final class Sent {
        private final long sequence;
        private final int size;
        private final long sentNanos;
        private boolean done;

        private Sent(long sequence, int size, long sentNanos) {
            this.sequence = sequence;
            this.size = size;
            this.sentNanos = sentNanos;
        }
    }

    InFlight(Spool spool, int limit) {
        this.spool = spool;
        this.limit = limit;
    }

    /** Waits for room, or returns null when the outlet is broken. */
    synchronized @Nullable Sent add(long sequence, int size) throws InterruptedException {
        while (sent.size() >= limit && broken == null) {
            wait();
        }
        if (broken != null) {
            return null;
        }
        Sent added = new Sent(sequence, size, System.nanoTime());
        sent.addLast(added);
        return added;
    }

    synchronized void done(Sent record) {
        if (broken != null) {
            return;
        }
        record.done = true;
        long bytes = 0;
        long before = -1;
        for (Sent first = sent.peekFirst(); first != null && first.done; first = sent.peekFirst()) {
            sent.removeFirst();
            bytes += first.size;
            before = first.sequence + 1;
        }
        if (before >= 0) {
            spool.shipped(before, bytes);
            notifyAll();
        }
    }

    synchronized void broken(String reason) {
        if (broken == null) {
            broken = reason;
            notifyAll();
        }
    }

    /** Why nothing more can be sent, or null. */
    synchronized @Nullable String brokenBy() {
        return broken;
    }

    /** How long the oldest record has waited for its answer. */
    synchronized long oldestNanos() {
        Sent first = sent.peekFirst();
        return first == null ? 0 : System.nanoTime() - first.sentNanos;
    }
}
