package vn.chieng.standalone;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Every port of the stack: the three that people use, and those between its processes. */
record StackPorts(int console, int syslog, int intakeHttp, Internal internal) {

    /** The ports between the stack's own processes. */
    record Internal(
            int kafka,
            int kafkaController,
            int opensearch,
            int opensearchTransport,
            int postgresql,
            int indexer,
            int engine) {

        static Internal from(RememberedPorts ports) throws IOException {
            return new Internal(
                    ports.get("kafka"),
                    ports.get("kafkaController"),
                    ports.get("opensearch"),
                    ports.get("opensearchTransport"),
                    ports.get("postgresql"),
                    ports.get("indexer"),
                    ports.get("engine"));
        }
    }

    Map<String, Integer> byName() {
        var ports = new TreeMap<String, Integer>();
        ports.put("console", console);
        ports.put("syslog", syslog);
        ports.put("intakeHttp", intakeHttp);
        ports.put("kafka", internal.kafka());
        ports.put("kafkaController", internal.kafkaController());
        ports.put("opensearch", internal.opensearch());
        ports.put("opensearchTransport", internal.opensearchTransport());
        ports.put("postgresql", internal.postgresql());
        ports.put("indexer", internal.indexer());
        ports.put("engine", internal.engine());
        return ports;
    }

    String consoleAddress() {
        return "https://127.0.0.1:" + console;
    }
}
