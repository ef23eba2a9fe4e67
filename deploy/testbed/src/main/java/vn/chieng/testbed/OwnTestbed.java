package vn.chieng.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Three servers on a folder and on fixed ports, each of which can be killed and started again. */
public final class OwnTestbed implements Testbed, AutoCloseable {

    private final EmbeddedServers servers;
    private final Duration stopLimit;
    private final Path folder;
    private final List<Integer> ports;
    private final Map<Server, ChildProcess> running = new EnumMap<>(Server.class);

    private OwnTestbed(EmbeddedServers servers, Duration stopLimit, Path folder, List<Integer> ports) {
        this.servers = servers;
        this.stopLimit = stopLimit;
        this.folder = folder;
        this.ports = ports;
    }

    static OwnTestbed start(Repository repository, Path folder) {
        return start(repository, folder, AotCache.Training.OFF);
    }

    static OwnTestbed start(Repository repository, Path folder, AotCache.Training training) {
        var cache = new AotCache(repository.root().resolve("deploy/testbed/target/aot"), training);
        Duration stopLimit = training == AotCache.Training.ON ? Limits.STOP_AFTER_TRAINING : Limits.STOP;
        var servers = new EmbeddedServers(repository, cache, ServerJvms.TESTS);
        var testbed = new OwnTestbed(servers, stopLimit, folder, Ports.free(5, new Random()));
        try {
            testbed.startAll();
            return testbed;
        } catch (RuntimeException e) {
            testbed.close();
            throw e;
        }
    }

    /** All at once: the three are ready no later than the slowest of them. */
    private void startAll() {
        for (Server server : Server.values()) {
            running.put(server, ChildProcess.start(spec(server)));
        }
        for (Server server : Server.values()) {
            awaitReady(server);
        }
    }

    /** Starts a server that was killed, on the same folder and ports, and waits until it is ready. */
    public void start(Server server) {
        ChildProcess before = running.get(server);
        if (before != null && before.isAlive()) {
            throw new IllegalStateException(server + " runs already");
        }
        running.put(server, ChildProcess.start(spec(server)));
        awaitReady(server);
    }

    /** Kills a server (SIGKILL), as a loss of power would. */
    public void kill(Server server) {
        try {
            if (server == Server.POSTGRESQL) {
                postmaster().ifPresent(ProcessHandle::destroyForcibly);
            }
            child(server).kill();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Kills the host of a server (SIGKILL); PostgreSQL's own process survives that and must be dealt with later. */
    public void killHost(Server server) {
        try {
            child(server).kill();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The process of a server's host. */
    public long pid(Server server) {
        return child(server).pid();
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + ports.get(0);
    }

    @Override
    public URI opensearch() {
        return URI.create("http://127.0.0.1:" + ports.get(2));
    }

    @Override
    public Database database() {
        return new AddressedTestbed(addresses()).database();
    }

    Addresses addresses() {
        try {
            return new Addresses(
                    kafka(), opensearch(), EmbeddedServers.postgresqlDatabase(data(Server.POSTGRESQL), ports.get(4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops all three; the data stays. */
    @Override
    public void close() {
        List<Thread> stops = new ArrayList<>();
        for (ChildProcess child : running.values()) {
            stops.add(Thread.ofVirtual().start(() -> stop(child)));
        }
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void stop(ChildProcess child) {
        try {
            child.stop(stopLimit);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitReady(Server server) {
        try {
            child(server).awaitReady(Limits.START);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ProcessSpec spec(Server server) {
        return switch (server) {
            case KAFKA -> servers.kafka(data(server), ports.get(0), ports.get(1));
            case OPENSEARCH -> servers.opensearch(data(server), ports.get(2), ports.get(3));
            case POSTGRESQL -> servers.postgresql(data(server), ports.get(4));
        };
    }

    private Path data(Server server) {
        return folder.resolve(server.name().toLowerCase(Locale.ROOT));
    }

    private ChildProcess child(Server server) {
        return Optional.ofNullable(running.get(server))
                .orElseThrow(() -> new IllegalStateException(server + " was never started"));
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data(Server.POSTGRESQL).resolve("cluster/postmaster.pid");
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a server", e);
    }
}
