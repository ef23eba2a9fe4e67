package vn.chieng.standalone;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.chieng.standalone.demo.Demo;
import vn.chieng.standalone.demo.Organizations;
import vn.chieng.testbed.AotCache;
import vn.chieng.testbed.Repository;

/** Runs the whole stack on a home that this process has locked, from the first child to the last. */
final class Launcher {

    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration CHECK_LIMIT = Duration.ofMinutes(5);
    private static final int FAILED = 1;

    /** System property: whether processes without an ahead-of-time cache write one when they end. */
    private static final String TRAIN = "chieng.standalone.train";

    private final LaunchOptions options;
    private final Home home;
    private final StackPorts ports;
    private final StatusPrinter printer;
    private final Clock clock;
    private final Instant startedAt;
    private final Stack stack;
    private final CountDownLatch everStopped = new CountDownLatch(1);
    private final AtomicBoolean stopBegun = new AtomicBoolean();
    private volatile @Nullable Demo demo;

    Launcher(
            LaunchOptions options, Home home, StackPorts ports, StatusPrinter printer, Clock clock, Instant startedAt) {
        this.options = options;
        this.home = home;
        this.ports = ports;
        this.printer = printer;
        this.clock = clock;
        this.startedAt = startedAt;
        Repository repository = Repository.find();
        var specs = new ProcessSpecs(repository, home, ports, options, aotCache(repository));
        var watcher = new ChildWatcher(home, printer, this::seconds, this::writeState);
        this.stack = new Stack(specs, watcher, printer, clock);
    }

    /** Beside the build that the caches belong to, so that every home has them; the first ordered stop writes them. */
    private static AotCache aotCache(Repository repository) {
        return new AotCache(
                repository.root().resolve("deploy/standalone/target/aot"),
                Boolean.parseBoolean(System.getProperty(TRAIN, "true")) ? AotCache.Training.ON : AotCache.Training.OFF);
    }

    /** Starts everything; gives the exit code when a check is over or the start failed, else waits to be stopped. */
    int run() throws IOException, InterruptedException {
        Map<String, String> apiKeys = prepareSources();
        writeState();
        stack.start();
        List<String> missing = stack.awaitReady(READY_LIMIT);
        if (!missing.isEmpty()) {
            printer.print(new Status.Failed("not everything became ready within " + READY_LIMIT.toSeconds() + " s:\n"
                    + String.join("\n", missing)));
            stop();
            return FAILED;
        }
        printer.print(new Status.Ready(
                seconds(),
                ports.consoleAddress(),
                new Status.Listeners(ports.syslog(), ports.intakeHttp()),
                SignInFiles.read(home, options.demo()),
                home.folder(),
                home.logs()));
        if (options.demo()) {
            startDemo(apiKeys);
        }
        if (options.check()) {
            return check();
        }
        everStopped.await();
        return 0;
    }

    /** Stops everything once, whoever asks, and returns when it is stopped. */
    void stop() throws InterruptedException {
        if (stopBegun.compareAndSet(false, true)) {
            Demo playing = demo;
            if (playing != null) {
                printer.print(new Status.Stopping("demo"));
                playing.close();
            }
            stack.stop();
            printer.print(new Status.Stopped());
            everStopped.countDown();
        } else {
            everStopped.await();
        }
    }

    private Map<String, String> prepareSources() throws IOException {
        var sources = new SourcesFile(home.sources(), home.demoKeys(), new SecureRandom());
        sources.prepare();
        if (!options.demo()) {
            return Map.of();
        }
        if (!Demo.addressesAreUsable()) {
            printer.print(new Status.Note("this system gives only 127.0.0.1 to senders:"
                    + " the demo's syslog lines all count as organisation org-local"));
        }
        return sources.addDemo(Organizations.shipped());
    }

    private synchronized void startDemo(Map<String, String> apiKeys) {
        if (stopBegun.get()) {
            return;
        }
        demo = Demo.start(new Demo.Target(ports.syslog(), ports.intakeHttp(), apiKeys), options.speed(), clock);
        printer.print(new Status.Note("the demo scene plays at speed " + options.speed()));
    }

    private int check() throws InterruptedException {
        var first = new FirstIncident(URI.create(ports.consoleAddress()), home, clock);
        FirstIncident.Outcome outcome = first.await(startedAt.plus(CHECK_LIMIT));
        int exitCode = switch (outcome) {
            case FirstIncident.Outcome.Seen(var id, var title) -> {
                printer.print(new Status.FirstIncident(seconds(), id, title));
                yield 0;
            }
            case FirstIncident.Outcome.TooLate(var reason) -> {
                printer.print(new Status.Failed(
                        "no incident within " + CHECK_LIMIT.toSeconds() + " s: " + reason + demoFigures()));
                yield FAILED;
            }
        };
        stop();
        return exitCode;
    }

    private String demoFigures() {
        Demo playing = demo;
        return playing == null
                ? " (no demo plays: --check needs --demo or another sender)"
                : "; the demo sent " + playing.sent() + " lines, " + playing.lost() + " were not taken";
    }

    private void writeState() {
        try {
            StackState.write(home, ports, stack.pids(), clock);
        } catch (IOException e) {
            printer.print(new Status.Note("the state file cannot be written: " + e.getMessage()));
        }
    }

    private double seconds() {
        return Math.round(Duration.between(startedAt, clock.instant()).toMillis() / 100.0) / 10.0;
    }
}
