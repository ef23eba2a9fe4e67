package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops what {@code up} started on a home; touches no process but those it recorded. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what deploy/up started. The data stays and is found again.")
final class DownCommand implements Callable<Integer> {

    /** An ordered stop, in which each process may be writing its ahead-of-time cache. */
    private static final Duration ORDERED_LIMIT = Duration.ofMinutes(4);

    private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(15);

    @Option(names = "--home", paramLabel = "DIR", description = "data folder; default: deploy/data")
    private @Nullable Path home;

    @Option(names = "--json", description = "one JSON object per status line, for scripts")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StatusPrinter printer = json ? new JsonStatusPrinter(System.out) : new TextStatusPrinter(System.out);
        var folder = new Home(home == null ? UpCommand.defaultHome() : home);
        Optional<RunState> state = RunState.read(folder.state());
        Optional<ProcessHandle> launcher =
                state.flatMap(running -> running.launcher().handle());
        List<ProcessHandle> children = new EarlierRun(folder).left();
        if (launcher.isEmpty() && children.isEmpty()) {
            printer.print(new Status.Note("nothing runs on " + folder.folder()));
            return 0;
        }
        if (launcher.isPresent()) {
            printer.print(new Status.Stopping("everything on " + folder.folder()));
            launcher.get().destroy();
            if (!EarlierRun.ended(List.of(launcher.get()), ORDERED_LIMIT)) {
                launcher.get().destroyForcibly();
            }
        }
        stopChildren(new EarlierRun(folder).left());
        printer.print(new Status.Stopped());
        return 0;
    }

    private static void stopChildren(List<ProcessHandle> children) throws InterruptedException {
        children.forEach(ProcessHandle::destroy);
        if (!EarlierRun.ended(children, CHILDREN_LIMIT)) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
