package vn.chieng.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.standalone.demo.Organizations;

class HomeFilesTest {

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void setHome() {
        home = new Home(folder);
    }

    private SourcesFile sources() {
        return new SourcesFile(home.sources(), home.demoKeys(), new SecureRandom());
    }

    private List<JsonNode> sourceEntries() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(home.sources()))
                .path("sources")
                .valueStream()
                .toList();
    }

    @Test
    void aStateIsReadBackAsItWasWritten() throws IOException {
        var child = new RunState.RunningProcess("kafka", 42, Instant.parse("2026-11-22T00:00:00Z"));
        var state = new RunState(
                new RunState.RunningProcess("standalone", 41, Instant.parse("2026-11-22T00:00:00Z")),
                "https://127.0.0.1:8443",
                Map.of("console", 8443),
                List.of(child));

        state.write(home.state());

        assertThat(RunState.read(home.state())).contains(state);
    }

    @Test
    void noStateAndAnUnreadableOneMeanThatNothingRuns() throws IOException {
        assertThat(RunState.read(home.state())).isEmpty();
        PrivateFile.write(home.state(), "half a");
        assertThat(RunState.read(home.state())).isEmpty();
    }

    @Test
    void aProcessIdGivenAgainIsNotTheRecordedProcess() {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElseThrow();

        assertThat(new RunState.RunningProcess("x", self.pid(), start).handle()).contains(self);
        assertThat(new RunState.RunningProcess("x", self.pid(), start.minus(Duration.ofMinutes(1))).handle())
                .isEmpty();
    }

    @Test
    void aHomeIsLockedOnce() throws IOException {
        try (HomeLock _ = HomeLock.acquire(home).orElseThrow()) {
            assertThat(HomeLock.acquire(home)).isEmpty();
        }
        try (HomeLock again = HomeLock.acquire(home).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aPlainStartKnowsOneLocalSource() throws IOException {
        sources().prepare();

        assertThat(sourceEntries()).hasSize(1);
        assertThat(sourceEntries().getFirst().path("organizationId").stringValue())
                .isEqualTo("org-local");
    }

    @Test
    void theDemoAddsItsOrganisationsWithTheHashesOfTheirKeys() throws IOException {
        Map<String, String> keys = sources().addDemo(Organizations.shipped());

        assertThat(sourceEntries()).hasSize(23);
        JsonNode quyNhon = sourceEntries().stream()
                .filter(entry -> entry.path("id").stringValue().equals("s-21583"))
                .findFirst()
                .orElseThrow();
        assertThat(quyNhon.path("addresses").get(0).stringValue()).isEqualTo("127.0.0.21");
        assertThat(quyNhon.path("apiKeySha256").stringValue())
                .isEqualTo(SourcesFile.sha256(keys.getOrDefault("org-21583", "")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.demoKeys())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatSomebodyEditedIsKeptAndTheKeysStayTheSame() throws IOException {
        Map<String, String> first = sources().addDemo(Organizations.shipped());
        String edited = Files.readString(home.sources()).replace("\"r12\"", "\"r3\"");
        Files.writeString(home.sources(), edited);

        Map<String, String> second = sources().addDemo(Organizations.shipped());

        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(home.sources())).isEqualTo(edited);
    }

    @Test
    void internalPortsAreTheSameAtTheNextStartUnlessTaken() throws IOException {
        int first =
                RememberedPorts.read(home.ports(), new FreePorts(new Random())).get("kafka");
        assertThat(RememberedPorts.read(home.ports(), new FreePorts(new Random()))
                        .get("kafka"))
                .isEqualTo(first);

        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first));
            assertThat(RememberedPorts.read(home.ports(), new FreePorts(new Random()))
                            .get("kafka"))
                    .isNotEqualTo(first);
        }
    }
}
