package vn.chieng.testbed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How one child process is started and recognised as ready.
 *
 * @param environment added to the parent's environment
 * @param log standard output and error are appended to it
 * @param ports the loopback ports it will listen on, which must be free before it starts; empty when it picks its own
 * @param afterExit called once with the exit code, before anybody else learns of the end
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        List<Integer> ports,
        Probe readiness,
        IntConsumer afterExit) {

    public ProcessSpec {
        if (name.isBlank() || command.isEmpty()) {
            throw new IllegalArgumentException("a process needs a name and a command");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }

    /** A process with nothing to do after its exit. */
    public ProcessSpec(
            String name,
            List<String> command,
            Path directory,
            Map<String, String> environment,
            Path log,
            List<Integer> ports,
            Probe readiness) {
        this(name, command, directory, environment, log, ports, readiness, code -> {});
    }

    /** The same process with another log file. */
    public ProcessSpec withLog(Path other) {
        return new ProcessSpec(name, command, directory, environment, other, ports, readiness, afterExit);
    }
}
