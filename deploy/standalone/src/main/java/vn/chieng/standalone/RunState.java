package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What runs on a home: the launcher, its children and the ports, as {@code run/standalone.json} keeps it. */
record RunState(RunningProcess launcher, String console, Map<String, Integer> ports, List<RunningProcess> children) {

    RunState {
        ports = Map.copyOf(ports);
        children = List.copyOf(children);
    }

    /** A process is known by its id and its start, since ids are given again. */
    record RunningProcess(String name, long pid, Instant startedAt) {

        /** Systems tell the start of a process to the second or better, but not the same way twice. */
        private static final Duration TOLERANCE = Duration.ofSeconds(2);

        static RunningProcess of(String name, ProcessHandle handle, Instant unlessKnown) {
            return new RunningProcess(
                    name, handle.pid(), handle.info().startInstant().orElse(unlessKnown));
        }

        /** The process, if it is still this one. */
        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info()
                            .startInstant()
                            .map(start ->
                                    Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                            .orElse(false));
        }
    }

    static Optional<RunState> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), RunState.class));
        } catch (JacksonException e) {
            // written as a whole or not at all, so this is another version's; nothing can be stopped by it
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        PrivateFile.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
