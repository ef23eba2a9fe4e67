package vn.chieng.testbed.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.chieng.testbed.host.ServerHost;

/** Runs one durable PostgreSQL server on loopback, its superuser guarded by a password made at the first start. */
final class PostgresqlServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration POSTMASTER_PAUSE = Duration.ofMillis(250);

    private PostgresqlServer() {}

    /** Arguments: data folder, port, folder into which the server's programs are unpacked. */
    public static void main(String[] arguments) throws Exception {
        Path folder = ServerHost.claim(Path.of(arguments[0])).folder();
        new StalePostmaster(folder.resolve("cluster")).end();
        ServerHost.requireFreePort(Integer.parseInt(arguments[1]));
        // From here on a lost parent ends this process, but never between a start and its shutdown hook.
        ClusterFolder cluster = ClusterFolder.prepare(folder);
        EmbeddedPostgres server = start(cluster, Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        var stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stopping.set(true);
            close(server);
        }));
        cluster.markComplete();
        ServerHost.endWithParent();
        System.out.println("PostgreSQL answers on port " + server.getPort());
        awaitEnd(cluster.data());
        if (!stopping.get()) {
            System.err.println("the postmaster ended by itself");
            Runtime.getRuntime().halt(1);
        }
    }

    /** Returns when the postmaster has ended; if nobody stopped it, whoever watches this process starts both again. */
    private static void awaitEnd(Path data) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        while (ProcessHandle.of(postmaster).isPresent()) {
            Thread.sleep(POSTMASTER_PAUSE);
        }
    }

    private static EmbeddedPostgres start(ClusterFolder cluster, int port, Path programs) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs.toFile())
                .setDataDirectory(cluster.data())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                // Its own hook would run beside ours.
                .setRegisterShutdownHook(false)
                // The library passes these on to initdb after its own "-A trust", which they override.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", cluster.passwordFile().toString())
                .setConnectConfig("password", cluster.password())
                // The library's defaults trade durability for speed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "120")
                .start();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop: " + e);
        }
    }
}
