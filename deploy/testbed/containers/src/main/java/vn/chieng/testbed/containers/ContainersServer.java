package vn.chieng.testbed.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import vn.chieng.testbed.host.ServerHost;

/** Runs the three servers as containers, which end with this process, and writes where they are. */
final class ContainersServer {

    /** Tells the parent that it must do without containers. */
    static final int NO_DOCKER = 3;

    private static final int OPENSEARCH_PORT = 9200;

    private ContainersServer() {}

    /** Argument: the file to write, under the names of the environment variables that name servers for tests. */
    public static void main(String[] arguments) throws Exception {
        ServerHost.endWithParent();
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("Docker does not answer");
            System.exit(NO_DOCKER);
        }
        write(start(), Path.of(arguments[0]));
        new CountDownLatch(1).await();
    }

    static Properties start() {
        String password = UUID.randomUUID().toString();
        var kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.1"));
        var opensearch = new GenericContainer<>(DockerImageName.parse("opensearchproject/opensearch:3.8.0"))
                .withEnv("discovery.type", "single-node")
                .withEnv("DISABLE_SECURITY_PLUGIN", "true")
                .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
                .withExposedPorts(OPENSEARCH_PORT)
                .waitingFor(Wait.forHttp("/_cluster/health").forPort(OPENSEARCH_PORT));
        var postgresql = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withUsername("postgres")
                .withPassword(password)
                .withDatabaseName("postgres");
        Startables.deepStart(Stream.of(kafka, opensearch, postgresql)).join();
        var addresses = new Properties();
        addresses.setProperty("CHIENG_TEST_KAFKA", kafka.getBootstrapServers());
        addresses.setProperty(
                "CHIENG_TEST_OPENSEARCH",
                "http://" + opensearch.getHost() + ":" + opensearch.getMappedPort(OPENSEARCH_PORT));
        addresses.setProperty("CHIENG_TEST_POSTGRES_URL", postgresql.getJdbcUrl());
        addresses.setProperty("CHIENG_TEST_POSTGRES_USER", "postgres");
        addresses.setProperty("CHIENG_TEST_POSTGRES_PASSWORD", password);
        return addresses;
    }

    private static void write(Properties addresses, Path file) throws IOException {
        Path unfinished = Path.of(file + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(unfinished)) {
            addresses.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
