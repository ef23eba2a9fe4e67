package vn.chieng.indexer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the {@link Indexer} for as long as the application context lives; a failure that is a bug ends the process. */
final class IndexerThread implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexerThread.class);
    private static final long STOP_WAIT_MS = 10_000;

    private final Indexer indexer;
    private final Thread thread;

    IndexerThread(Indexer indexer) {
        this.indexer = indexer;
        this.thread = Thread.ofPlatform()
                .name("indexer")
                .uncaughtExceptionHandler(IndexerThread::end)
                .unstarted(indexer);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        indexer.stop();
        try {
            thread.join(STOP_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private static void end(Thread thread, Throwable failure) {
        LOG.error("indexer failed, the process ends so that it is started again", failure);
        Runtime.getRuntime().halt(1);
    }
}
