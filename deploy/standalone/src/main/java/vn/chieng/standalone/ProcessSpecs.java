package vn.chieng.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chieng.testbed.AotCache;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.EmbeddedServers;
import vn.chieng.testbed.JavaCommand;
import vn.chieng.testbed.Probe;
import vn.chieng.testbed.ProcessSpec;
import vn.chieng.testbed.Repository;
import vn.chieng.testbed.ServerJvms;

/** How each child is started; made anew for every start. */
final class ProcessSpecs {

    private final Repository repository;
    private final Home home;
    private final StackPorts ports;
    private final LaunchOptions options;
    private final AotCache aotCache;
    private final EmbeddedServers servers;

    ProcessSpecs(Repository repository, Home home, StackPorts ports, LaunchOptions options, AotCache aotCache) {
        this.repository = repository;
        this.home = home;
        this.ports = ports;
        this.options = options;
        this.aotCache = aotCache;
        this.servers = new EmbeddedServers(repository, aotCache, ServerJvms.STANDALONE);
    }

    ProcessSpec of(Component component) throws IOException {
        StackPorts.Internal internal = ports.internal();
        return switch (component) {
            case KAFKA -> logged(servers.kafka(data(component), internal.kafka(), internal.kafkaController()));
            case OPENSEARCH ->
                logged(servers.opensearch(data(component), internal.opensearch(), internal.opensearchTransport()));
            case POSTGRESQL -> logged(servers.postgresql(data(component), internal.postgresql()));
            case INTAKE -> intake();
            case INDEXER -> indexer();
            case ENGINE -> engine();
            case API -> api();
        };
    }

    /** The folder of a server's data. */
    Path data(Component component) {
        return home.folder().resolve(component.id());
    }

    private ProcessSpec intake() throws IOException {
        return process(
                new Program(Component.INTAKE, "collectors/intake", "vn.chieng.intake.IntakeProcess", 128),
                List.of(
                        kafka(),
                        "--chieng.intake.syslog-tcp-port=" + ports.syslog(),
                        "--chieng.intake.syslog-udp-port=" + ports.syslog(),
                        "--chieng.intake.http-port=" + ports.intakeHttp(),
                        "--chieng.intake.spool-directory=" + home.spool(),
                        "--chieng.intake.sources-file=" + home.sources()),
                Map.of(),
                List.of(ports.syslog(), ports.intakeHttp()),
                health(ports.intakeHttp()));
    }

    private ProcessSpec indexer() throws IOException {
        return process(
                new Program(Component.INDEXER, "collectors/indexer", "vn.chieng.indexer.IndexerProcess", 256),
                List.of(kafka(), opensearch(), serverPort(ports.internal().indexer()), LOOPBACK),
                Map.of(),
                List.of(ports.internal().indexer()),
                health(ports.internal().indexer()));
    }

    private ProcessSpec engine() throws IOException {
        return process(
                new Program(Component.ENGINE, "correlation/engine", "vn.chieng.engine.EngineProcess", 768),
                List.of(kafka(), INSTANCE, serverPort(ports.internal().engine()), LOOPBACK),
                Map.of(),
                List.of(ports.internal().engine()),
                health(ports.internal().engine()));
    }

    private ProcessSpec api() throws IOException {
        Database database = StackDatabase.prepare(EmbeddedServers.postgresqlDatabase(
                data(Component.POSTGRESQL), ports.internal().postgresql()));
        List<String> settings = new ArrayList<>(List.of(
                kafka(),
                opensearch(),
                serverPort(ports.console()),
                LOOPBACK,
                "--chieng.api.home=" + home.api(),
                "--chieng.api.demo=" + options.demo(),
                "--chieng.api.check-token=" + options.check()));
        return process(
                new Program(Component.API, "api", "vn.chieng.api.ApiProcess", 512),
                settings,
                // in the environment, where other users of the machine cannot see the password
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()),
                List.of(ports.console()),
                () -> ConsoleClient.isReady(URI.create(ports.consoleAddress()), home));
    }

    /** A name of its own lets a restarted engine take its partitions back without waiting for the dead one's session. */
    private static final String INSTANCE = "--chieng.engine.instance=engine-1";

    private static final String LOOPBACK = "--server.address=127.0.0.1";

    /** A process of ours: its module, main class and largest heap in MiB. */
    private record Program(Component component, String module, String mainClass, int heap) {}

    private ProcessSpec process(
            Program program,
            List<String> settings,
            Map<String, String> environment,
            List<Integer> listeningPorts,
            Probe readiness) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--chieng.parent-pipe=true");
        List<String> flags = List.of(
                "-Xmx" + program.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED");
        AotCache.Launch launch = aotCache.launch(
                new JavaCommand(program.mainClass(), repository.classPath(program.module()), flags, arguments));
        return new ProcessSpec(
                program.component().id(),
                launch.command(),
                home.folder(),
                environment,
                home.log(program.component().id()),
                listeningPorts,
                readiness,
                launch.afterExit());
    }

    private ProcessSpec logged(ProcessSpec server) {
        return new ProcessSpec(
                server.name(),
                server.command(),
                server.directory(),
                server.environment(),
                home.log(server.name()),
                server.ports(),
                server.readiness(),
                server.afterExit());
    }

    private String kafka() {
        return "--chieng.kafka.bootstrap-servers=127.0.0.1:" + ports.internal().kafka();
    }

    private String opensearch() {
        return "--chieng.opensearch.uri=http://127.0.0.1:" + ports.internal().opensearch();
    }

    private static String serverPort(int port) {
        return "--server.port=" + port;
    }

    private static Probe health(int port) {
        return Probe.http(URI.create("http://127.0.0.1:" + port + "/health/readiness"));
    }
}
