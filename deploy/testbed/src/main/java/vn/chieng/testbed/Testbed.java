package vn.chieng.testbed;

import java.net.URI;
import java.nio.file.Path;

/** Real servers for tests, wherever they come from. */
public interface Testbed {

    /** Kafka's bootstrap servers; tests keep apart by a random topic prefix. */
    String kafka();

    /** OpenSearch's address; tests keep apart by a random index prefix. */
    URI opensearch();

    /** A new, empty PostgreSQL database. */
    Database database();

    /**
     * The servers shared by all test JVMs of one Maven run: those named in the environment, else Testcontainers where
     * the build asked for them and Docker answers, else child processes.
     */
    static Testbed shared() {
        Addresses addresses = Addresses.fromEnvironment(System.getenv())
                .orElseGet(() -> new SharedServers(Repository.find()).addresses());
        return new AddressedTestbed(addresses);
    }

    /** Servers of one test alone, which may be killed and started again; their data stays in the folder. */
    static OwnTestbed own(Path folder) {
        return OwnTestbed.start(Repository.find(), folder);
    }
}
