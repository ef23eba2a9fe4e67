package vn.chieng.intake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {
    /** SHA-256 of "secret". */
    private static final String KEY_HASH = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    private static final String TABLE = """
            {"sources":[
             {"id":"s-fw","organizationId":"org-21583","systemId":"sys-1","systemLevel":3,"retention":"r6",
              "addresses":["127.0.0.21"],"apiKeySha256":null,"codec":"syslog","exerciseId":null},
             {"id":"s-net","organizationId":"org-1","addresses":["127.0.0.0/24","2001:db8::/32"],
              "apiKeySha256":"%s"}]}""".formatted(KEY_HASH);

    @TempDir
    Path folder;

    @Test
    void findsASourceByAddressThenBySmallestBlock() throws Exception {
        SourceTable table = loaded(TABLE).get();
        assertThat(table.byAddress(InetAddress.ofLiteral("127.0.0.21")))
                .map(Source::id)
                .contains("s-fw");
        assertThat(table.byAddress(InetAddress.ofLiteral("127.0.0.22")))
                .map(Source::id)
                .contains("s-net");
        assertThat(table.byAddress(InetAddress.ofLiteral("2001:db8::7")))
                .map(Source::id)
                .contains("s-net");
        assertThat(table.byAddress(InetAddress.ofLiteral("127.0.1.21"))).isEmpty();
    }

    @Test
    void findsASourceByItsKeyAndNoOther() throws Exception {
        SourceTable table = loaded(TABLE).get();
        assertThat(table.byApiKey("secret")).map(Source::id).contains("s-net");
        assertThat(table.byApiKey("Secret")).isEmpty();
        assertThat(table.byApiKey(KEY_HASH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"sources\":['|line 1",
                "'{\"sources\":{}}'|sources",
                "'{\"sources\":[{\"id\":\"a\"}]}'|sources[0].organizationId",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\",\"addresses\":[\"1.2.3\"]}]}'|sources[0].addresses[0]",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\",\"retention\":\"r2\"}]}'|sources[0].retention",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\",\"codec\":\"cobol\"}]}'|sources[0].codec",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\",\"systemLevel\":9}]}'|sources[0]",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\",\"apiKeySha256\":\"x\"}]}'|sources[0].apiKeySha256",
                "'{\"sources\":[{\"id\":\"a\",\"organizationId\":\"o\"},{\"id\":\"a\",\"organizationId\":\"o\"}]}'|sources[1].id"
            })
    void namesThePlaceThatIsWrong(String text, String place) {
        assertThat(SourceFileReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        SourceFileReader.Outcome.Wrong.class,
                        wrong -> assertThat(wrong.place()).startsWith(place));
    }

    @Test
    void keepsTheOldTableWhenTheFileIsWrongAndTakesItWhenItIsRightAgain() throws Exception {
        SourceFile file = loaded(TABLE);
        write("{\"sources\":[{]}", 2);
        file.refresh();
        assertThat(file.get().size()).isEqualTo(2);
        write("{\"sources\":[]}", 3);
        file.refresh();
        assertThat(file.get().size()).isZero();
    }

    private SourceFile loaded(String text) throws IOException {
        write(text, 1);
        SourceFile file = new SourceFile(folder.resolve("sources.json"));
        file.refresh();
        return file;
    }

    private void write(String text, int second) throws IOException {
        Path path = folder.resolve("sources.json");
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second)));
    }
}
