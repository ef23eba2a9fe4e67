package vn.chieng.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.chieng.standalone.demo.Organization;

/** The table of sources that the intake reads; written at the first start, only added to afterwards. */
final class SourcesFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LOCAL_ID = "s-local";
    private static final int KEY_BYTES = 24;

    private final Path sources;
    private final Path keys;
    private final SecureRandom random;

    SourcesFile(Path sources, Path keys, SecureRandom random) {
        this.sources = sources;
        this.keys = keys;
        this.random = random;
    }

    /** Makes the file with the local source when there is none. */
    void prepare() throws IOException {
        if (!Files.exists(sources)) {
            ObjectNode table = JSON.createObjectNode();
            table.putArray("sources").add(source(LOCAL_ID, "org-local", List.of("127.0.0.1"), Optional.empty()));
            write(sources, table);
        }
    }

    /**
     * Adds the demo's organisations where they are missing and gives the API key of each. An entry that is there stays
     * as it is, but for the key's hash when the key itself is lost.
     */
    Map<String, String> addDemo(List<Organization> organizations) throws IOException {
        prepare();
        Map<String, String> known = readKeys();
        Map<String, String> apiKeys = new TreeMap<>(known);
        ObjectNode table = (ObjectNode) JSON.readTree(Files.readString(sources));
        ArrayNode entries = table.withArray("sources");
        for (Organization organization : organizations) {
            String id = "s-" + organization.code();
            String key = apiKeys.computeIfAbsent(organization.id(), any -> newKey());
            Optional<ObjectNode> entry = find(entries, id);
            if (entry.isEmpty()) {
                entries.add(source(id, organization.id(), List.of(organization.address()), Optional.of(key)));
            } else if (!known.containsKey(organization.id())) {
                entry.get().put("apiKeySha256", sha256(key));
            }
        }
        PrivateFile.write(keys, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(apiKeys) + "\n");
        if (!table.equals(JSON.readTree(Files.readString(sources)))) {
            write(sources, table);
        }
        return apiKeys;
    }

    private Map<String, String> readKeys() throws IOException {
        return Files.exists(keys)
                ? JSON.readValue(Files.readString(keys), new TypeReference<Map<String, String>>() {})
                : Map.of();
    }

    private static Optional<ObjectNode> find(ArrayNode entries, String id) {
        return entries.valueStream()
                .filter(entry -> entry.path("id").asString("").equals(id))
                .findFirst()
                .map(ObjectNode.class::cast);
    }

    private static ObjectNode source(String id, String organizationId, List<String> addresses, Optional<String> key) {
        ObjectNode source = JSON.createObjectNode();
        source.put("id", id);
        source.put("organizationId", organizationId);
        source.putNull("systemId");
        source.putNull("systemLevel");
        source.put("retention", "r12");
        ArrayNode list = source.putArray("addresses");
        addresses.forEach(list::add);
        source.put("apiKeySha256", key.map(SourcesFile::sha256).orElse(null));
        source.put("codec", "auto");
        source.putNull("exerciseId");
        return source;
    }

    private static void write(Path file, JsonNode content) throws IOException {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
