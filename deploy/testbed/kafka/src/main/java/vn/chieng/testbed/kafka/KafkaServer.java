package vn.chieng.testbed.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import vn.chieng.testbed.host.ServerHost;

/** Runs one Kafka node, broker and controller at once, on loopback. */
final class KafkaServer {

    /** One fixed id for every single-node cluster; a data folder belongs to one node anyway. */
    private static final String CLUSTER_ID = "Y2hpZW5nLWthZmthLTAwMQ";

    private KafkaServer() {}

    /** Arguments: data folder, client port, controller port. */
    public static void main(String[] arguments) throws Exception {
        ServerHost.endWithParent();
        Path folder = ServerHost.claim(Path.of(arguments[0])).folder();
        Path file = folder.resolve("server.properties");
        Properties settings = settings(folder, arguments[1], arguments[2]);
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()}, System.out);
        Kafka.main(new String[] {file.toString()});
    }

    private static Properties settings(Path folder, String port, String controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("logs").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }
}
