package vn.chieng.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealServersIT {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void sharedServersAnswerAndAreTheSameForWhoeverAsksAgain() throws Exception {
        Testbed first = Testbed.shared();
        Testbed second = Testbed.shared();

        Traces traces = Traces.leave(first);
        assertThatAllIsThere(traces);
        assertThat(second.kafka()).isEqualTo(first.kafka());
        assertThat(second.opensearch()).isEqualTo(first.opensearch());
        assertThat(second.database().url())
                .as("every caller gets a database of its own")
                .isNotEqualTo(traces.database().url());
    }

    @Test
    void whatWasAcknowledgedSurvivesTheKillOfEveryServerAndOfItsHost() throws Exception {
        try (OwnTestbed testbed = Testbed.own(folder)) {
            Traces traces = Traces.leave(testbed);

            Stream.of(Server.values()).parallel().forEach(testbed::kill);
            Stream.of(Server.values()).parallel().forEach(testbed::start);
            assertThatAllIsThere(traces);

            testbed.killHost(Server.POSTGRESQL);
            assertThat(traces.inPostgresql()).as("the server outlives its host").isEqualTo("postgresql");
            testbed.start(Server.POSTGRESQL);
            assertThat(traces.inPostgresql()).isEqualTo("postgresql");

            Database database = traces.database();
            // seen once: a server just started ends a connection without a word
            await().atMost(A_FEW_SECONDS)
                    .untilAsserted(() -> assertThatThrownBy(
                                    () -> DriverManager.getConnection(database.url(), database.user(), "postgres"))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password"));
        }
    }

    @Test
    void serversEndSoonAfterTheirParentIsKilled() throws Exception {
        JavaCommand command = new JavaCommand(
                DoomedParent.class.getName(), classPath(), List.of("-Xmx64m"), List.of(folder.toString()));
        Path log = folder.resolve("parent.log");
        ChildProcess parent = ChildProcess.start(new ProcessSpec(
                "parent",
                command.line(),
                Repository.find().root(),
                Map.of(),
                log,
                List.of(),
                () -> Files.readString(log).contains("ready")));
        parent.awaitReady(Limits.START);
        List<ProcessHandle> hosts =
                ProcessHandle.of(parent.pid()).orElseThrow().children().toList();
        assertThat(hosts).hasSize(Server.values().length);
        ProcessHandle postmaster = postmaster();

        ProcessHandle.of(parent.pid()).orElseThrow().destroyForcibly();

        await().atMost(A_FEW_SECONDS)
                .until(() ->
                        Stream.concat(hosts.stream(), Stream.of(postmaster)).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aFolderInUseIsRefusedAndSaid() throws Exception {
        var servers =
                new EmbeddedServers(Repository.find(), new AotCache(folder, AotCache.Training.OFF), ServerJvms.TESTS);
        List<Integer> ports = Ports.free(2, new Random());
        ChildProcess first = ChildProcess.start(servers.postgresql(folder, ports.get(0)));
        first.awaitReady(Limits.START);
        ChildProcess second =
                ChildProcess.start(servers.postgresql(folder, ports.get(1)).withLog(folder.resolve("second.log")));

        assertThatThrownBy(() -> second.awaitReady(Limits.START))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("is in use by another running server");
        first.stop(Limits.STOP);
    }

    private static void assertThatAllIsThere(Traces traces) throws Exception {
        assertThat(traces.inKafka()).isEqualTo("kafka");
        assertThat(traces.inOpensearch()).contains("opensearch");
        assertThat(traces.inPostgresql()).isEqualTo("postgresql");
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static List<Path> classPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(whole.split(File.pathSeparator)).map(Path::of).toList();
    }
}
