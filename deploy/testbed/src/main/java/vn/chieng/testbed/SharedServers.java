package vn.chieng.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one Maven run: the first test JVM that asks starts a host process for them, the others read where they
 * are. The host and its servers end with the Maven process, not with the JVM that started them.
 */
record SharedServers(Repository repository) {

    /** The system property that chooses, and the value that asks for containers. */
    static final String CHOICE = "chieng.testbed";

    static final String CONTAINERS = "containers";
    static final String NO_DOCKER = "Docker does not answer: child processes are used instead of containers";

    private static final Logger LOG = LoggerFactory.getLogger(SharedServers.class);
    /** Longer than what the host itself waits for containers and then for processes. */
    private static final Duration HOST_START = Duration.ofMinutes(15);

    private static final Object ONE_THREAD = new Object();

    Addresses addresses() {
        ProcessHandle owner = owner();
        Path shared = repository.root().resolve("deploy/testbed/target/shared");
        Path folder = shared.resolve(Long.toString(owner.pid()));
        // A file lock keeps other JVMs out, but throws at a second thread of this one.
        synchronized (ONE_THREAD) {
            try {
                Files.createDirectories(shared);
                try (FileChannel channel = FileChannel.open(
                                folder.resolveSibling(owner.pid() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    assert lock.isValid();
                    removeFoldersOfEndedRuns(shared);
                    return running(folder).orElseGet(() -> start(folder, owner));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Optional<Addresses> running(Path folder) {
        Path addresses = folder.resolve("addresses");
        if (!Files.exists(addresses) || !SharedHost.isRunning(folder)) {
            return Optional.empty();
        }
        return Optional.of(Addresses.read(addresses));
    }

    private Addresses start(Path folder, ProcessHandle owner) {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            Path log = folder.resolve("host.log");
            Process host = new ProcessBuilder(hostCommand(folder, owner))
                    .directory(repository.root().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return await(host, folder, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Addresses await(Process host, Path folder, Path log) throws IOException {
        Path addresses = folder.resolve("addresses");
        long deadline = System.nanoTime() + HOST_START.toNanos();
        try {
            while (!Files.exists(addresses)) {
                if (!host.isAlive() || System.nanoTime() > deadline) {
                    host.destroy();
                    throw new ProcessFailure("the servers for tests did not start:\n" + Files.readString(log));
                }
                Thread.sleep(Limits.PROBE_PAUSE);
            }
        } catch (InterruptedException e) {
            host.destroy();
            Thread.currentThread().interrupt();
            throw new ProcessFailure("interrupted while the servers for tests started", e);
        }
        if (Files.readString(log).contains(NO_DOCKER)) {
            LOG.warn(NO_DOCKER);
        }
        return Addresses.read(addresses);
    }

    private List<String> hostCommand(Path folder, ProcessHandle owner) {
        List<String> command =
                new ArrayList<>(Executables.find("setsid").map(List::of).orElse(List.of()));
        command.addAll(new JavaCommand(
                        SharedHost.class.getName(),
                        hostClassPath(),
                        List.of(
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                ShortLivedJvm.FLAG,
                                "-D" + CHOICE + "=" + System.getProperty(CHOICE, "processes")),
                        List.of(
                                repository.root().toString(),
                                folder.toString(),
                                Long.toString(owner.pid()),
                                training().name()))
                .line());
        return command;
    }

    /** On demand only: after the `clean` of a build server nobody would ever use what it costs half a minute to write. */
    private static AotCache.Training training() {
        return System.getProperty("chieng.testbed.train") == null ? AotCache.Training.OFF : AotCache.Training.ON;
    }

    /** Only what the host needs: a test JVM's own class path may be a passing file that goes when that JVM ends. */
    private static List<Path> hostClassPath() {
        return Stream.of(SharedHost.class.getName(), "org.slf4j.LoggerFactory", "org.postgresql.Driver")
                .map(SharedServers::jarOf)
                .toList();
    }

    private static Path jarOf(String className) {
        try {
            return Path.of(Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Maven process above this JVM; without one, the topmost JVM. */
    private static ProcessHandle owner() {
        ProcessHandle top = ProcessHandle.current();
        Optional<ProcessHandle> next = Optional.of(top);
        while (next.isPresent()) {
            ProcessHandle process = next.get();
            String line = process.info().commandLine().orElse("");
            if (line.contains("plexus-classworlds") || line.contains("org.codehaus.plexus.classworlds")) {
                return process;
            }
            if (process.info().command().orElse("").endsWith("/java")) {
                top = process;
            }
            next = process.parent();
        }
        return top;
    }

    private static void removeFoldersOfEndedRuns(Path shared) throws IOException {
        try (Stream<Path> entries = Files.list(shared)) {
            for (Path entry : entries.toList()) {
                String pid = String.valueOf(entry.getFileName()).replace(".lock", "");
                if (pid.matches("[0-9]+")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()
                        && !SharedHost.isRunning(entry)) {
                    Folders.delete(entry);
                }
            }
        }
    }
}
