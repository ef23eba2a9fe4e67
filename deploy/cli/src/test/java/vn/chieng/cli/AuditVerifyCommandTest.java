package vn.chieng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AuditFileMaker maker;

    @TempDir
    private Path folder = Path.of("");

    AuditVerifyCommandTest() throws Exception {
        maker = new AuditFileMaker();
    }

    @Test
    void saysWhatItVerifiedAndWhoseKeyItWas() throws Exception {
        String file = file("good.jsonl", maker.lines(3));
        assertThat(run("audit", "verify", file)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("every byte is as it was written")
                .contains("entries: 3, numbers 1 to 3")
                .contains("days:    2026-11-20 to 2026-11-20, 1 with entries")
                .contains("anchors: 1, 2026-11-20 to 2026-11-20")
                .contains("key:     SHA-256 " + maker.fingerprint())
                .contains("WARNING: the keys are the file's own");
        out.reset();
        String key = Files.writeString(folder.resolve("key.pem"), maker.pem()).toString();
        assertThat(run("audit", "verify", file, "--key", key)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("WARNING")
                .contains("The keys are those of");
    }

    @Test
    void namesLineAndEntryOfTheFirstBreak() throws Exception {
        List<String> lines = new ArrayList<>(maker.lines(5));
        lines.remove(3);
        String file = file("gap.jsonl", lines);
        assertThat(run("audit", "verify", file)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(file + ":4: entry 3 removed: entry 3 is missing" + System.lineSeparator());
        assertThat(out.size()).isZero();
    }

    @Test
    void doesNotBelieveAKeyThatIsNotGiven() throws Exception {
        String file = file("good.jsonl", maker.lines(1));
        String key = Files.writeString(folder.resolve("key.pem"), new AuditFileMaker().pem())
                .toString();
        assertThat(run("audit", "verify", file, "--key", key)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("untrusted").contains(maker.fingerprint());
    }

    @Test
    void wrongUseIsNotABrokenFile() throws Exception {
        String file = file("good.jsonl", maker.lines(1));
        String other = file("other.json", List.of("{\"a\":1}"));
        assertThat(run("audit", "verify", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("audit", "verify", other)).isEqualTo(2);
        assertThat(run("audit", "verify", file, "--key", other)).isEqualTo(2);
        assertThat(run("audit", "verify")).isEqualTo(2);
        assertThat(run("audit")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no such file")
                .contains("is not an audit file")
                .contains("holds no public key");
    }

    @Test
    void aLineWithoutEndIsBrokenAndNotReadWhole() throws Exception {
        List<String> lines = new ArrayList<>(maker.lines(2));
        lines.set(2, "x".repeat(5_000_000));
        assertThat(run("audit", "verify", file("long.jsonl", lines))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(":3: entry 2 changed");
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n")
                .toString();
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        return Chieng.run(
                new Surroundings(
                        clock,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                arguments);
    }
}
