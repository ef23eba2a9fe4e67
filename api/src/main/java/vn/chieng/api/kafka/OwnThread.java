package vn.chieng.api.kafka;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A daemon thread that works until it is told to stop, and is waited for. */
public final class OwnThread {
    private static final Duration MOST_WAITED = Duration.ofSeconds(3);

    private final String name;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    public OwnThread(String name) {
        this.name = name;
    }

    /** Starts; the work looks at {@link #isRunning} often. */
    public void start(Runnable work) {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(work);
    }

    public boolean isRunning() {
        return running;
    }

    /** Tells the work to end, without waiting for it. */
    public void end() {
        running = false;
    }

    /** Ends and waits; whoever does not end in time is interrupted. */
    public void stop() {
        end();
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        try {
            if (!stopping.join(MOST_WAITED)) {
                stopping.interrupt();
                stopping.join(MOST_WAITED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
