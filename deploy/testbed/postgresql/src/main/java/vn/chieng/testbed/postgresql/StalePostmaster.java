package vn.chieng.testbed.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A postmaster that outlived the process that started it: it is asked to shut down before a new one starts. */
record StalePostmaster(Path data) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    void end() throws IOException, InterruptedException {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = found.get();
        System.out.println("ending process " + postmaster.pid() + ", a PostgreSQL server left over in " + data);
        // SIGINT is PostgreSQL's fast shutdown; ProcessHandle can only send SIGTERM, which waits for clients.
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                .inheritIO()
                .start()
                .waitFor();
        try {
            postmaster.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("process " + postmaster.pid() + " still holds " + data, e);
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (!first.matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(this::servesThisFolder);
    }

    /** The number may meanwhile belong to any other program; that one must not be touched. */
    private boolean servesThisFolder(ProcessHandle process) {
        try {
            byte[] commandLine = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(commandLine, StandardCharsets.UTF_8)
                    .contains(data.toAbsolutePath().normalize().toString());
        } catch (IOException e) {
            return false;
        }
    }
}
