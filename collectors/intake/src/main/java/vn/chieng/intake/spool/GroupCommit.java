package vn.chieng.intake.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.intake.frame.Frame;

/** Numbers frames and writes them with one fsync for all that came while the last one ran. */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int FIRST_BUFFER = 256 << 10;
    private static final int LARGEST_KEPT_BUFFER = 2 << 20;
    private static final long RETRY_MILLIS = 500;

    private final Segments segments;
    private final SpoolLimits limits;
    private final Watermark watermark;
    private final Runnable diskFull;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition committed = lock.newCondition();

    private Batch filling;
    private EntryFormat.@Nullable Buffer spare = new EntryFormat.Buffer(FIRST_BUFFER);
    private long nextSequence;
    private long durableBefore;
    private boolean closing;

    private static final class Batch {
        private final EntryFormat.Buffer buffer;
        private final long firstSequence;
        private final List<Runnable> whenDurable = new ArrayList<>();

        Batch(EntryFormat.Buffer buffer, long firstSequence) {
            this.buffer = buffer;
            this.firstSequence = firstSequence;
        }
    }

    GroupCommit(Segments segments, SpoolLimits limits, Watermark watermark, long nextSequence, Runnable diskFull) {
        this.segments = segments;
        this.limits = limits;
        this.watermark = watermark;
        this.nextSequence = nextSequence;
        this.durableBefore = nextSequence;
        this.filling = new Batch(new EntryFormat.Buffer(FIRST_BUFFER), nextSequence);
        this.diskFull = diskFull;
        this.thread = Thread.ofPlatform().daemon().name("spool-commit").start(this::run);
    }

    /** Takes the frame and returns at once; the action runs on the commit thread when the frame is on the disk. */
    void append(Frame frame, @Nullable Runnable whenDurable) {
        int size;
        lock.lock();
        try {
            if (closing) {
                throw new IllegalStateException("the spool is closed");
            }
            boolean first = filling.buffer.size() == 0;
            size = filling.buffer.add(nextSequence, frame);
            nextSequence++;
            if (whenDurable != null) {
                filling.whenDurable.add(whenDurable);
            }
            if (first || filling.buffer.size() >= limits.commitBytes()) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
        watermark.pending(size);
    }

    /** The first sequence that is not yet safe on the disk. */
    long durableBefore() {
        lock.lock();
        try {
            return durableBefore;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this sequence is on the disk, or the time is over. */
    boolean awaitDurable(long sequence, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (durableBefore <= sequence && left > 0) {
                left = committed.awaitNanos(left);
            }
            return durableBefore > sequence;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Batch batch = take(); batch != null; batch = take()) {
                if (!write(batch)) {
                    return;
                }
                committed(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Batch take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (filling.buffer.size() == 0) {
                if (closing) {
                    return null;
                }
                filled.await();
            }
            long left = limits.commitDelay().toNanos();
            while (!closing && left > 0 && filling.buffer.size() < limits.commitBytes()) {
                left = filled.awaitNanos(left);
            }
            Batch taken = filling;
            EntryFormat.Buffer next = spare != null ? spare : new EntryFormat.Buffer(FIRST_BUFFER);
            spare = null;
            filling = new Batch(next, nextSequence);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean write(Batch batch) throws InterruptedException {
        boolean failed = false;
        while (true) {
            try {
                segments.append(batch.buffer.bytes(), batch.firstSequence);
                if (failed) {
                    watermark.failing(false);
                    LOG.atInfo().log("spool can be written again");
                }
                return true;
            } catch (IOException e) {
                if (!failed) {
                    failed = true;
                    watermark.failing(true);
                    LOG.atError()
                            .addKeyValue("error.message", e.toString())
                            .log("spool cannot be written, nothing more is accepted until it can");
                }
                diskFull.run();
                if (pauseEndsTheProcess()) {
                    return false;
                }
            }
        }
    }

    private boolean pauseEndsTheProcess() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            while (!closing && left > 0) {
                left = filled.awaitNanos(left);
            }
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private void committed(Batch batch) {
        watermark.durable(batch.buffer.size());
        lock.lock();
        try {
            durableBefore = filling.firstSequence;
            if (batch.buffer.capacity() <= LARGEST_KEPT_BUFFER) {
                batch.buffer.reset();
                spare = batch.buffer;
            }
            committed.signalAll();
        } finally {
            lock.unlock();
        }
        batch.whenDurable.forEach(Runnable::run);
    }

    /** Writes what waits and ends the thread; what comes later is refused. */
    void close() {
        lock.lock();
        try {
            closing = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
