package vn.chieng.e2e;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.testbed.ShortLivedJvm;

/** The whole product as {@code deploy/up --demo} starts it, started once for all tests of this module. */
final class RunningChieng {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable RunningChieng shared;

    private final Path home;
    private final JsonNode ready;
    private final BlockingQueue<String> statusLines;

    private RunningChieng(Path home, JsonNode ready, BlockingQueue<String> statusLines) {
        this.home = home;
        this.ready = ready;
        this.statusLines = statusLines;
    }

    /** The instance of this test run; it ends with this JVM. */
    static synchronized RunningChieng shared() {
        if (shared == null) {
            shared = start(root().resolve(
                            "deploy/e2e/target/homes/" + ProcessHandle.current().pid()));
        }
        return shared;
    }

    URI console() {
        return URI.create(ready.get("console").asString());
    }

    int syslogPort() {
        return ready.get("syslogPort").asInt();
    }

    URI intake() {
        return URI.create("http://127.0.0.1:" + ready.get("intakePort").asInt());
    }

    Path home() {
        return home;
    }

    /** The password of a demo user, as the launcher printed it. */
    String password(String user) {
        for (JsonNode account : ready.get("demoUsers")) {
            if (account.get("user").asString().equals(user)) {
                return account.get("password").asString();
            }
        }
        throw new IllegalArgumentException("no demo user " + user + " in " + ready);
    }

    URI openSearch() {
        return URI.create("http://127.0.0.1:" + state().at("/ports/opensearch").asInt());
    }

    /** Ids of the child processes by name, as the launcher knows them now. */
    Map<String, Long> children() {
        Map<String, Long> children = new TreeMap<>();
        for (JsonNode child : state().get("children")) {
            children.put(child.get("name").asString(), child.get("pid").asLong());
        }
        return children;
    }

    /** The newest errors a child process has logged, at most ten. */
    List<String> errorsOf(String child) {
        try (Stream<String> lines = Files.lines(home.resolve("logs/" + child + ".log"))) {
            List<String> errors =
                    lines.filter(line -> line.contains("\"level\":\"ERROR\"")).toList();
            return errors.subList(Math.max(0, errors.size() - 10), errors.size());
        } catch (IOException e) {
            return List.of("no log of " + child + ": " + e.getMessage());
        }
    }

    /** What the launcher has said since it was last asked. */
    List<String> said() {
        List<String> lines = new ArrayList<>();
        statusLines.drainTo(lines);
        return lines;
    }

    private JsonNode state() {
        try {
            return JSON.readTree(Files.readString(home.resolve("run/standalone.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningChieng start(Path home) {
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dchieng.root=" + root(),
                            "-Dchieng.standalone.train=false",
                            "-cp",
                            classPath(),
                            "vn.chieng.standalone.Standalone",
                            "up",
                            "--demo",
                            "--json",
                            "--home",
                            home.toString(),
                            "--port",
                            "0",
                            "--syslog-port",
                            "0",
                            "--intake-port",
                            "0")
                    .redirectError(home.resolve("launcher.stderr").toFile());
            ShortLivedJvm.in(builder.environment());
            Process launcher = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(launcher)));
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            Thread.ofPlatform().daemon().name("launcher-output").start(() -> read(launcher, lines));
            return new RunningChieng(home, awaitReady(launcher, lines), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode awaitReady(Process launcher, BlockingQueue<String> lines) {
        List<String> seen = new ArrayList<>();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (System.nanoTime() < deadline && (launcher.isAlive() || !lines.isEmpty())) {
                String line = lines.poll(1, TimeUnit.SECONDS);
                if (line != null) {
                    seen.add(line);
                    JsonNode status = JSON.readTree(line);
                    if (status.path("status").asString("").equals("ready")) {
                        return status;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("not ready; the launcher said: " + String.join("\n", seen));
    }

    private static void read(Process launcher, BlockingQueue<String> lines) {
        try (BufferedReader reader = launcher.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("{\"status\":\"output-lost\"}");
        }
    }

    private static void end(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("collectors"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String classPath() throws IOException {
        Path target = root().resolve("deploy/standalone/target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("deploy/standalone is not packaged"));
            return jar
                    + File.pathSeparator
                    + Files.readString(target.resolve("process.classpath")).strip();
        }
    }
}
