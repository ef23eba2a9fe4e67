package vn.chieng.testbed.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import vn.chieng.testbed.host.ServerHost;

/** Runs one OpenSearch node on loopback; translog and fsync are left at their durable defaults. */
final class OpenSearchServer {

    private OpenSearchServer() {}

    /** Arguments: data folder, HTTP port, transport port. */
    public static void main(String[] arguments) throws Exception {
        ServerHost.endWithParent();
        Path folder = ServerHost.claim(Path.of(arguments[0])).folder();
        Files.createDirectories(folder.resolve("config"));
        var node = new SearchNode(settings(folder, arguments[1], arguments[2]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> close(node)));
        node.start();
        new CountDownLatch(1).await();
    }

    private static Settings settings(Path folder, String httpPort, String transportPort) {
        return Settings.builder()
                .put("cluster.name", "chieng")
                .put("node.name", "chieng-1")
                .put("path.home", folder.toString())
                .put("path.data", folder.resolve("data").toString())
                .put("path.logs", folder.resolve("logs").toString())
                .put("network.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.port", transportPort)
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void close(SearchNode node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("OpenSearch did not close: " + e);
        }
    }
}
