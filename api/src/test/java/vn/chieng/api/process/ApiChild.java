package vn.chieng.api.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiProcess;
import vn.chieng.event.Topics;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.Ports;
import vn.chieng.testbed.Testbed;

/** The api in a JVM of its own with the people of the demo; it can be killed and started again. */
final class ApiChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ANSWERS = "answers";

    private final Path home;
    private final URI address;
    private final List<String> command = new ArrayList<>();
    private Process process;

    /** Without flags it is what an operator runs, which figures need. */
    ApiChild(Path home, Database database, String... flags)
            throws IOException, InterruptedException, ExecutionException {
        this.home = Files.createDirectories(home);
        Testbed testbed = Testbed.shared();
        var topics = new Topics("c" + UUID.randomUUID().toString().substring(0, 8) + ".");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", testbed.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(topics.signals(), 1, (short) 1),
                            new NewTopic(topics.deadLetters(), 1, (short) 1)))
                    .all()
                    .get();
        }
        int port = Ports.free(1, new Random()).getFirst();
        address = URI.create("https://127.0.0.1:" + port);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "-XX:+UseSerialGC"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ApiProcess.class.getName(),
                "--chieng.parent-pipe=true",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--chieng.kafka.bootstrap-servers=" + testbed.kafka(),
                "--chieng.opensearch.uri=" + testbed.opensearch(),
                "--chieng.topics.prefix=" + topics.prefix(),
                "--chieng.api.home=" + home.toAbsolutePath(),
                "--chieng.api.demo=true",
                // %D: microseconds from the first byte asked to the last byte answered
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.directory=" + home.toAbsolutePath(),
                "--server.tomcat.accesslog.prefix=" + ANSWERS,
                "--server.tomcat.accesslog.suffix=.log",
                "--server.tomcat.accesslog.rotate=false",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.accesslog.pattern=%D %m %U%q"));
        process = start();
    }

    URI address() {
        return address;
    }

    /** Milliseconds that the server itself needed for each answer at this address, in their order. */
    List<Double> serverMillis(String path) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve(ANSWERS + ".log"))) {
            return lines.map(line -> line.split(" ", 3))
                    .filter(parts -> parts[1].equals("GET") && parts[2].equals(path))
                    .map(parts -> Long.parseLong(parts[0]) / 1e3)
                    .toList();
        }
    }

    /** As a power cut would: nothing is told, nothing is written. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("api.log").toFile()))
                .start();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .failFast("the api ended: " + home.resolve("api.log"), () -> !started.isAlive())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Files.exists(home.resolve("demo-users.json"))
                        && new ApiVisitor(address).get("/health/readiness").statusCode() == 200);
        return started;
    }

    String password(String user) throws IOException {
        for (JsonNode each : JsonMapper.shared().readTree(Files.readString(home.resolve("demo-users.json")))) {
            if (each.get("name").asString().equals(user)) {
                return each.get("password").asString();
            }
        }
        throw new IllegalArgumentException("no demo user " + user);
    }

    /** Somebody who has just signed in. */
    ApiVisitor signedIn(String user) throws IOException, InterruptedException {
        var visitor = new ApiVisitor(address);
        visitor.signIn(user, password(user));
        return visitor;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
