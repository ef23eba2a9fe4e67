package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.chieng.standalone.demo.Demo;
import vn.chieng.testbed.Repository;

/** Starts everything and stays until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts Kafka, OpenSearch, PostgreSQL and the processes of Chiêng, and watches them.")
final class UpCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--demo", description = "plays the demo scene and makes demo users")
    private boolean demo;

    @Option(names = "--check", description = "ends with 0 once an incident is visible through the API, 1 after 300 s")
    private boolean check;

    @Option(names = "--home", paramLabel = "DIR", description = "data folder; default: deploy/data")
    private @Nullable Path home;

    @Option(names = "--port", paramLabel = "N", description = "console port, 0 for any; default: 8443")
    private @Nullable Integer consolePort;

    @Option(names = "--syslog-port", paramLabel = "N", description = "syslog port (UDP and TCP); default: 5514")
    private @Nullable Integer syslogPort;

    @Option(names = "--intake-port", paramLabel = "N", description = "HTTP port of the intake; default: 8514")
    private @Nullable Integer intakePort;

    @Option(names = "--speed", paramLabel = "X", description = "how fast the demo scene plays; default: 1")
    private double speed = 1;

    @Option(names = "--json", description = "one JSON object per status line, for scripts")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LaunchOptions options = options();
        StatusPrinter printer = json ? new JsonStatusPrinter(System.out) : new TextStatusPrinter(System.out);
        var folder = new Home(options.home());
        Optional<HomeLock> lock = HomeLock.acquire(folder);
        if (lock.isEmpty()) {
            printer.print(alreadyRunning(folder));
            return FAILED;
        }
        try (HomeLock _ = lock.get()) {
            return launch(options, folder, printer);
        }
    }

    private int launch(LaunchOptions options, Home folder, StatusPrinter printer)
            throws IOException, InterruptedException {
        new EarlierRun(folder).awaitEnd(printer);
        var choice = new ListenerPorts(options, new FreePorts(new Random()), printer);
        Optional<StackPorts> ports = choice.choose(folder);
        if (ports.isEmpty()) {
            return FAILED;
        }
        Clock clock = Clock.system(Demo.ZONE);
        var launcher = new Launcher(options, folder, ports.get(), printer, clock, startedAt(clock));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(launcher)));
        return launcher.run();
    }

    private static void stop(Launcher launcher) {
        try {
            launcher.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LaunchOptions options() {
        try {
            return new LaunchOptions(
                    home == null ? defaultHome() : home,
                    demo,
                    check,
                    speed,
                    optional(consolePort),
                    optional(syslogPort),
                    optional(intakePort));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    static Path defaultHome() {
        return Repository.find().root().resolve("deploy/data");
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Status alreadyRunning(Home folder) throws IOException {
        return RunState.read(folder.state())
                .<Status>map(state -> new Status.AlreadyRunning(
                        state.console(), state.launcher().pid()))
                .orElseGet(() -> new Status.Failed(folder.folder() + " is in use by another process"));
    }

    /** The script's own start, so that a build counts too; else this JVM's. */
    private static Instant startedAt(Clock clock) {
        return Optional.ofNullable(System.getenv("CHIENG_STARTED_AT"))
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .or(() -> ProcessHandle.current().info().startInstant())
                .orElseGet(clock::instant);
    }
}
