package vn.chieng.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void aChildThatEndsEarlyIsReportedWithItsLastWords() {
        ChildProcess child = ChildProcess.start(shell("echo no disk left; exit 3", List.of(), () -> false));

        assertThatThrownBy(() -> child.awaitReady(LIMIT))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("no disk left");
    }

    @Test
    void aChildThatIsNeverReadyIsStopped() {
        ChildProcess child = ChildProcess.start(shell("read line", List.of(), () -> false));

        assertThatThrownBy(() -> child.awaitReady(Duration.ofMillis(200)))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("not ready within");
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aChildThatIgnoresTheRequestToEndIsKilled() throws InterruptedException {
        ChildProcess child = ChildProcess.start(
                shell("trap '' TERM; echo up; while :; do read line; done", List.of(), Probe.none()));

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void theExitCodeIsHandedOverBeforeTheEndIsKnown() {
        var seen = new CompletableFuture<Integer>();
        ProcessSpec plain = shell("exit 5", List.of(), Probe.none());
        ChildProcess child = ChildProcess.start(new ProcessSpec(
                plain.name(),
                plain.command(),
                plain.directory(),
                plain.environment(),
                plain.log(),
                plain.ports(),
                plain.readiness(),
                seen::complete));

        assertThat(child.onExit().join()).isEqualTo(5);
        assertThat(seen).isCompletedWithValue(5);
    }

    @Test
    void aPortInUseIsNamedAndNothingIsStarted() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessSpec spec = shell("true", List.of(other.getLocalPort()), Probe.none());

            assertThatThrownBy(() -> ChildProcess.start(spec))
                    .isInstanceOf(ProcessFailure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " of 127.0.0.1 is in use");
        }
    }

    private ProcessSpec shell(String script, List<Integer> ports, Probe readiness) {
        return new ProcessSpec(
                "shell", List.of("/bin/sh", "-c", script), folder, Map.of(), folder.resolve("log"), ports, readiness);
    }
}
