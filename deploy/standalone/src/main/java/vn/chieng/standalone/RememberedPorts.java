package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ports between the stack's own processes: the same at every start as long as they are free. */
final class RememberedPorts {

    private final Path file;
    private final FreePorts free;
    private final Map<String, Integer> ports;

    private RememberedPorts(Path file, FreePorts free, Map<String, Integer> ports) {
        this.file = file;
        this.free = free;
        this.ports = ports;
    }

    static RememberedPorts read(Path file, FreePorts free) throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                ports.putAll(JsonMapper.shared()
                        .readValue(Files.readString(file), new TypeReference<Map<String, Integer>>() {}));
            } catch (JacksonException e) {
                // an unreadable memory is no memory; the file is written anew below
            }
        }
        return new RememberedPorts(file, free, ports);
    }

    /** The remembered port of this name, or a new one. */
    int get(String name) throws IOException {
        Integer known = ports.get(name);
        if (known != null && free.isFree(known)) {
            free.reserve(known);
            return known;
        }
        int port = free.any();
        ports.put(name, port);
        PrivateFile.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(ports) + "\n");
        return port;
    }
}
