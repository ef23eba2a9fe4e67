package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VendorTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    @Test
    void everyFileIsOnRecordWithItsHashAndLicence() throws Exception {
        JsonNode packages = JsonMapper.shared()
                .readTree(Files.readString(VENDOR.resolve("vendor.json")))
                .get("packages");
        var recorded = new TreeSet<String>();
        for (JsonNode each : packages) {
            Path folder = VENDOR.resolve(each.get("folder").asString());
            assertThat(each.get("folder").asString())
                    .isEqualTo(each.get("name").asString() + "-"
                            + each.get("version").asString());
            assertThat(each.get("licence").asString()).isNotBlank();
            assertThat(each.get("source").asString())
                    .endsWith("@" + each.get("version").asString());
            assertThat(folder.resolve("LICENSE")).isNotEmptyFile();
            for (Map.Entry<String, JsonNode> file : each.get("sha256").properties()) {
                assertThat(sha256(folder.resolve(file.getKey())))
                        .as(file.getKey())
                        .isEqualTo(file.getValue().asString());
                recorded.add(folder.getFileName() + "/" + file.getKey());
            }
        }
        assertThat(recorded).isEqualTo(present());
    }

    private static Set<String> present() throws Exception {
        try (Stream<Path> files = Files.walk(VENDOR, 2)) {
            var present = new TreeSet<String>();
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("vendor.json"))
                    .forEach(file -> present.add(VENDOR.relativize(file).toString()));
            return present;
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
