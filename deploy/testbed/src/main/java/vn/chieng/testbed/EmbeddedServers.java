package vn.chieng.testbed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says how to run the real Kafka, OpenSearch and PostgreSQL of this repository's server modules on loopback. */
public final class EmbeddedServers {

    private static final String SUPERUSER = "postgres";

    /** The host does little once it runs, but unpacking the server's programs needs more than 100 MiB for a moment. */
    private static final List<String> HOST_FLAGS = List.of("-Xmx192m", "-XX:+UseSerialGC", ShortLivedJvm.FLAG);

    private final Repository repository;
    private final AotCache aotCache;
    private final ServerJvms jvms;

    public EmbeddedServers(Repository repository, AotCache aotCache, ServerJvms jvms) {
        this.repository = repository;
        this.aotCache = aotCache;
        this.jvms = jvms;
    }

    /** One broker and controller. */
    public ProcessSpec kafka(Path data, int port, int controllerPort) {
        return spec(
                "kafka",
                "vn.chieng.testbed.kafka.KafkaServer",
                flags(jvms.kafka()),
                text(port, controllerPort),
                data,
                List.of(port, controllerPort),
                Probe.kafka(port));
    }

    /** One node; ready once the shards it had before are recovered. */
    public ProcessSpec opensearch(Path data, int httpPort, int transportPort) {
        return spec(
                "opensearch",
                "vn.chieng.testbed.opensearch.OpenSearchServer",
                flags(jvms.opensearch()),
                text(httpPort, transportPort),
                data,
                List.of(httpPort, transportPort),
                Probe.http(URI.create(
                        "http://127.0.0.1:" + httpPort + "/_cluster/health?wait_for_status=yellow&timeout=1s")));
    }

    private List<String> flags(int heap) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms" + heap + "m", "-Xmx" + heap + "m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        flags.addAll(jvms.flags());
        return flags;
    }

    /** One server; its superuser's password is made at the first start. */
    public ProcessSpec postgresql(Path data, int port) {
        return spec(
                "postgresql",
                "vn.chieng.testbed.postgresql.PostgresqlServer",
                HOST_FLAGS,
                List.of(Integer.toString(port), programs().toString()),
                data,
                // A server left over from a killed host may hold the port; the new host ends it, then checks the port.
                List.of(),
                () -> answers(postgresqlDatabase(data, port)));
    }

    /** The maintenance database of a server that has been started on this folder, with its superuser. */
    public static Database postgresqlDatabase(Path data, int port) throws IOException {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + SUPERUSER,
                SUPERUSER,
                Files.readString(data.resolve("password")).strip());
    }

    private static boolean answers(Database database) {
        String limits = "?connectTimeout=2&loginTimeout=2&socketTimeout=2";
        try (Connection connection =
                DriverManager.getConnection(database.url() + limits, database.user(), database.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private Path programs() {
        return repository.root().resolve("deploy/testbed/postgresql/target/programs");
    }

    private ProcessSpec spec(
            String server,
            String mainClass,
            List<String> flags,
            List<String> moreArguments,
            Path data,
            List<Integer> ports,
            Probe readiness) {
        Path folder = data.toAbsolutePath().normalize();
        List<String> arguments = Stream.concat(Stream.of(folder.toString()), moreArguments.stream())
                .toList();
        AotCache.Launch launch = aotCache.launch(
                new JavaCommand(mainClass, repository.classPath("deploy/testbed/" + server), flags, arguments));
        return new ProcessSpec(
                server,
                launch.command(),
                folder,
                Map.of(),
                folder.resolve("server.log"),
                ports,
                readiness,
                launch.afterExit());
    }

    private static List<String> text(int... ports) {
        return Arrays.stream(ports).mapToObj(Integer::toString).toList();
    }
}
