package vn.chieng.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The children of a launcher that was killed: they end by themselves, but not at once. */
final class EarlierRun {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final Home home;

    EarlierRun(Home home) {
        this.home = home;
    }

    /** Waits for what is left of it, and kills what does not end. */
    void awaitEnd(StatusPrinter printer) throws IOException, InterruptedException {
        List<ProcessHandle> left = left();
        if (left.isEmpty()) {
            return;
        }
        printer.print(new Status.Note("waiting for " + left.size() + " processes of a killed run to end"));
        if (!ended(left, PATIENCE)) {
            left.forEach(ProcessHandle::destroyForcibly);
            ended(left, AFTER_KILL);
        }
    }

    /** Those children that are still the processes which were recorded. */
    List<ProcessHandle> left() throws IOException {
        return RunState.read(home.state()).stream()
                .flatMap(state -> state.children().stream())
                .map(RunState.RunningProcess::handle)
                .flatMap(Optional::stream)
                .toList();
    }

    static boolean ended(List<ProcessHandle> processes, Duration limit) throws InterruptedException {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
