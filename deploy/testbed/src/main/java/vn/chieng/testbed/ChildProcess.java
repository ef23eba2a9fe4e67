package vn.chieng.testbed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running child. Its standard input is a pipe that stays open as long as this JVM lives, so a child that ends at the
 * end of its input ends with this JVM however that one ends. It runs in a session of its own where {@code setsid}
 * exists, so that Ctrl-C in a terminal reaches this JVM alone.
 */
public final class ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    private final ProcessSpec spec;
    private final Process process;
    private final CompletableFuture<Integer> exit;

    private ChildProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
        this.exit = process.onExit().thenApply(ended -> {
            spec.afterExit().accept(ended.exitValue());
            return ended.exitValue();
        });
    }

    /** Waits a few seconds for the child's ports to be free, then starts it; does not wait until it is ready. */
    public static ChildProcess start(ProcessSpec spec) {
        for (int port : spec.ports()) {
            if (!Ports.becomesFree(port, Limits.PORT_WAIT)) {
                throw new ProcessFailure(
                        spec.name() + " cannot start: port " + port + " of 127.0.0.1 is in use by another program");
            }
        }
        List<String> command =
                new ArrayList<>(Executables.find("setsid").map(List::of).orElse(List.of()));
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command).directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        try {
            Files.createDirectories(spec.directory());
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            Process process = builder.start();
            LOG.atInfo()
                    .addKeyValue("chieng.child.name", spec.name())
                    .addKeyValue("chieng.child.pid", process.pid())
                    .log("child process started");
            return new ChildProcess(spec, process);
        } catch (IOException e) {
            throw new ProcessFailure(spec.name() + " cannot be started", e);
        }
    }

    /** Returns when the child is ready; stops it and throws when it ended or the limit passed first. */
    public ChildProcess awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new ProcessFailure(spec.name() + " ended with exit code " + process.exitValue()
                        + " before it was ready" + logTail());
            }
            if (System.nanoTime() > deadline) {
                String tail = logTail();
                stop(Limits.STOP);
                throw new ProcessFailure(
                        spec.name() + " was not ready within " + limit.toSeconds() + " seconds" + tail);
            }
            Thread.sleep(Limits.PROBE_PAUSE);
        }
        return this;
    }

    /** One look at the child: alive and its probe says ready. */
    public boolean isReady() {
        try {
            return process.isAlive() && spec.readiness().isReady();
        } catch (IOException e) {
            return false;
        }
    }

    public String name() {
        return spec.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** Asks the child to end (SIGTERM); kills it and its own children when it has not ended within the limit. */
    public void stop(Duration limit) throws InterruptedException {
        process.destroy();
        if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            exit.join();
            return;
        }
        LOG.atWarn()
                .addKeyValue("chieng.child.name", spec.name())
                .log("child process did not end in time and is killed");
        kill();
    }

    /** Ends the child and its own children at once (SIGKILL). */
    public void kill() throws InterruptedException {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(Limits.AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private String logTail() {
        Path log = spec.log();
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - Limits.LOG_TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - Limits.LOG_TAIL_LINES), lines.size());
            return "; the end of " + log + ":\n" + String.join("\n", last);
        } catch (IOException e) {
            return "; its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
