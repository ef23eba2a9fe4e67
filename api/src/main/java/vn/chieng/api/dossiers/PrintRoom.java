package vn.chieng.api.dossiers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lays out papers on one thread of its own. Requests run on virtual threads, which share as many carriers as there are processors: a paper
 * of forty pages laid out on one would hold up the queue of incidents for seconds, whereas a request that waits here holds none.
 */
@Component
class PrintRoom implements DisposableBean {
    static final String THREAD = "dossier-papers";
    /** More requests than these do not wait: they are told to come again. */
    static final int MOST_WAITING = 32;

    private final ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            waiting,
            Thread.ofPlatform().name(THREAD).daemon().factory());

    PrintRoom(MeterRegistry meters) {
        Gauge.builder("chieng.dossiers.papers.waiting", waiting, ArrayBlockingQueue::size)
                .register(meters);
    }

    /** Does the work in the room while the caller waits. */
    <T> T print(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            worker.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many papers wait", e);
        } catch (ExecutionException e) {
            throw new IOException("a paper could not be printed", e.getCause());
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits for the paper any more");
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
