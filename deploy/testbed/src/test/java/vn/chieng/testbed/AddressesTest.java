package vn.chieng.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {

    private static final Addresses SOME = new Addresses(
            "10.0.0.1:9092",
            URI.create("http://10.0.0.1:9200"),
            new Database("jdbc:postgresql://10.0.0.1:5432/postgres", "tester", "s3cret: \\ #"));

    @Test
    void comeFromTheEnvironmentWhenAllAreNamed() {
        Map<String, String> environment = Map.of(
                "CHIENG_TEST_KAFKA", "10.0.0.1:9092",
                "CHIENG_TEST_OPENSEARCH", "http://10.0.0.1:9200",
                "CHIENG_TEST_POSTGRES_URL", "jdbc:postgresql://10.0.0.1:5432/postgres",
                "CHIENG_TEST_POSTGRES_USER", "tester",
                "CHIENG_TEST_POSTGRES_PASSWORD", "s3cret: \\ #");

        assertThat(Addresses.fromEnvironment(environment)).contains(SOME);
        assertThat(Addresses.fromEnvironment(Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void anIncompleteEnvironmentIsRefusedAndTheMissingNamed() {
        assertThatThrownBy(() -> Addresses.fromEnvironment(Map.of("CHIENG_TEST_KAFKA", "10.0.0.1:9092")))
                .hasMessageContaining("CHIENG_TEST_OPENSEARCH")
                .hasMessageNotContaining("CHIENG_TEST_KAFKA");
    }

    @Test
    void areReadBackAsWrittenFromAFileOnlyItsOwnerCanRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("addresses");
        SOME.write(file);

        assertThat(Addresses.read(file)).isEqualTo(SOME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
