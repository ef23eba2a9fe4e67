package vn.chieng.api.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.chieng.api.ApiProcess;
import vn.chieng.event.Topics;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.Testbed;

/** The process as it really listens: TLS, a port, its own database behind a line that can be cut; it can be stopped and started again. */
final class RunningApi implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:|localhost:)\\d+");

    private final List<String> arguments = new ArrayList<>();
    private final CutLine database;
    private final URI address;
    private ConfigurableApplicationContext context;

    RunningApi(Path home, int port, List<String> more) throws IOException, InterruptedException, ExecutionException {
        Testbed testbed = Testbed.shared();
        Database kept = testbed.database();
        Matcher found = PORT.matcher(kept.url());
        if (!found.find()) {
            throw new IllegalStateException("no port in " + kept.url());
        }
        database = new CutLine(Integer.parseInt(found.group()));
        var topics = new Topics("s" + UUID.randomUUID().toString().substring(0, 8) + ".");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", testbed.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(topics.signals(), 1, (short) 1),
                            new NewTopic(topics.deadLetters(), 1, (short) 1)))
                    .all()
                    .get();
        }
        Files.createDirectories(home);
        address = URI.create("https://127.0.0.1:" + port);
        arguments.addAll(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + found.replaceFirst(Integer.toString(database.port())),
                "--spring.datasource.username=" + kept.user(),
                "--spring.datasource.password=" + kept.password(),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--chieng.kafka.bootstrap-servers=" + testbed.kafka(),
                "--chieng.topics.prefix=" + topics.prefix(),
                "--chieng.api.home=" + home.toAbsolutePath()));
        arguments.addAll(more);
        context = start();
    }

    URI address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    CutLine database() {
        return database;
    }

    void restart() {
        context.close();
        context = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplication(ApiProcess.class).run(arguments.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
    }
}
