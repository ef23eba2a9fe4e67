package vn.chieng.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three servers as containers, started by a child process that has Testcontainers on its class path. */
record ContainerServers(ChildProcess child, Addresses addresses) {

    /** Exit code of the child when Docker does not answer. */
    private static final int NO_DOCKER = 3;

    /** Images may have to be fetched first. */
    private static final Duration START = Duration.ofMinutes(10);

    /** Nothing when Docker does not answer. */
    static Optional<ContainerServers> start(Repository repository, Path folder) throws InterruptedException {
        Path file = folder.resolve("containers.addresses");
        JavaCommand command = new JavaCommand(
                "vn.chieng.testbed.containers.ContainersServer",
                repository.classPath("deploy/testbed/containers"),
                List.of("-Xmx192m"),
                List.of(file.toString()));
        ChildProcess child = ChildProcess.start(new ProcessSpec(
                "containers",
                command.line(),
                folder,
                Map.of(),
                folder.resolve("containers.log"),
                List.of(),
                () -> Files.exists(file)));
        try {
            child.awaitReady(START);
            return Optional.of(new ContainerServers(child, Addresses.read(file)));
        } catch (ProcessFailure e) {
            if (!child.isAlive() && child.onExit().join() == NO_DOCKER) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
