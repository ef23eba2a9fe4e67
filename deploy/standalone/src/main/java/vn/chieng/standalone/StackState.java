package vn.chieng.standalone;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps {@code run/standalone.json} true. */
final class StackState {

    private StackState() {}

    static synchronized void write(Home home, StackPorts ports, Map<String, Long> pids, Clock clock)
            throws IOException {
        List<RunState.RunningProcess> children = pids.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> ProcessHandle.of(entry.getValue())
                        .map(handle -> RunState.RunningProcess.of(entry.getKey(), handle, clock.instant())))
                .flatMap(Optional::stream)
                .toList();
        new RunState(
                        RunState.RunningProcess.of("standalone", ProcessHandle.current(), clock.instant()),
                        ports.consoleAddress(),
                        ports.byName(),
                        children)
                .write(home.state());
    }
}
