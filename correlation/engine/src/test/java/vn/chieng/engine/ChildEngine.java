package vn.chieng.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.testbed.ShortLivedJvm;

/** The engine as a process of its own, which can be killed. */
final class ChildEngine implements AutoCloseable {
    private final Process process;

    ChildEngine(Path log, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                ShortLivedJvm.FLAG,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                "--server.port=0",
                ParentPipe.ARGUMENT));
        command.addAll(List.of(settings));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
