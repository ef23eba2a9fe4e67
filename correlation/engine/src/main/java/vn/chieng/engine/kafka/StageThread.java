package vn.chieng.engine.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a stage on a thread of its own. Whatever fails, the stage is closed and opened again, and so begins from what was
 * committed last: nothing is lost, and what is done twice has the same ids.
 */
public final class StageThread {
    private static final Logger LOG = LoggerFactory.getLogger(StageThread.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final Supplier<Stage> opening;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    public StageThread(String name, Supplier<Stage> opening) {
        this.name = name;
        this.opening = opening;
    }

    public void start() {
        Thread started = new Thread(this::run, name);
        thread = started;
        started.start();
    }

    /** Waits until the stage has written, committed and closed. */
    public void stop() {
        stopping.countDown();
        Thread started = thread;
        try {
            if (started != null && !started.join(STOP_TIMEOUT)) {
                started.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (isWanted()) {
            try (Stage stage = opening.get()) {
                LOG.atInfo().addKeyValue("chieng.engine.stage", name).log("stage opened");
                while (isWanted()) {
                    stage.poll();
                    pause = SHORTEST_PAUSE;
                }
                stage.finish();
            } catch (RuntimeException e) {
                // Whatever it was, the stage begins again from what is committed.
                LOG.atWarn()
                        .addKeyValue("chieng.engine.stage", name)
                        .setCause(e)
                        .log("stage failed and begins again");
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private boolean isWanted() {
        return stopping.getCount() > 0;
    }

    private void rest(Duration pause) {
        try {
            boolean stopped = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            LOG.atDebug().addKeyValue("stopped", stopped).log("stage rested");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
