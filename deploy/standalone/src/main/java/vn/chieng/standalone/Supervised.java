package vn.chieng.standalone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.chieng.testbed.ChildProcess;
import vn.chieng.testbed.ProcessFailure;
import vn.chieng.testbed.ProcessSpec;

/** Keeps one child running until it is told to stop. */
final class Supervised {

    /** A child that hangs this long before it is ready is ended and started again. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final String name;
    private final Recipe recipe;
    private final Watcher watcher;
    private final Clock clock;
    private final RestartPolicy policy;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable ChildProcess child;
    private volatile String lastFailure = "it was not started";

    Supervised(String name, Recipe recipe, Watcher watcher, Clock clock) {
        this.name = name;
        this.recipe = recipe;
        this.watcher = watcher;
        this.clock = clock;
        this.policy = new RestartPolicy(clock);
    }

    /** How the child is started this time. */
    @FunctionalInterface
    interface Recipe {
        ProcessSpec spec() throws IOException;
    }

    /** Is told what happens to the child. */
    interface Watcher {
        void started(String name, long pid);

        void ready(String name);

        void ended(String name, String reason, RestartPolicy.Restart restart);
    }

    /** Returns at once. */
    void start() {
        Thread.ofPlatform().daemon().name("supervise-" + name).start(this::keepRunning);
    }

    /** Completes when the child is ready for the first time. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    /** Why the child last ended or failed to start, with the end of its log. */
    String lastFailure() {
        return lastFailure;
    }

    synchronized Optional<Long> pid() {
        return Optional.ofNullable(child).filter(ChildProcess::isAlive).map(ChildProcess::pid);
    }

    /** Ends the child and starts it no more. */
    void stop(Duration limit) throws InterruptedException {
        stopping.countDown();
        ChildProcess running;
        synchronized (this) {
            running = child;
        }
        if (running != null) {
            running.stop(limit);
        }
    }

    private void keepRunning() {
        try {
            boolean ended = false;
            while (!ended) {
                Instant began = clock.instant();
                runOnce();
                policy.afterRun(Duration.between(began, clock.instant()));
                ended = isStopping();
                if (!ended) {
                    RestartPolicy.Restart restart = policy.afterDeath();
                    watcher.ended(name, lastFailure.lines().findFirst().orElse(name + " ended"), restart);
                    ended = stopping.await(restart.pause().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            ChildProcess started = startUnlessStopping();
            if (started == null) {
                return;
            }
            watcher.started(name, started.pid());
            started.awaitReady(READY_LIMIT);
            watcher.ready(name);
            firstReady.complete(null);
            lastFailure = name + " ended with exit code " + started.onExit().join();
        } catch (ProcessFailure | IOException e) {
            lastFailure = String.valueOf(e.getMessage());
        }
    }

    private synchronized @Nullable ChildProcess startUnlessStopping() throws IOException {
        if (isStopping()) {
            return null;
        }
        child = ChildProcess.start(recipe.spec());
        return child;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
