package vn.chieng.api.signin.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void computesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesSecretsAsTheStandardDoes(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void takesTheCodeOfAClockThatIsOneStepOffButNotOfTwo() {
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step + off), now, 0)
                            .isPresent())
                    .as("%d steps off", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void takesNoCodeOfAStepThatWasTaken() {
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        long step = Totp.step(now);
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    @Test
    void agreesWithOathtoolAtAHundredRandomTimes() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/oathtool"))) {
            if ("true".equals(System.getenv("CI"))) {
                fail("oathtool is not installed");
            }
            abort("SKIPPED: oathtool is not installed, so no other program's codes are compared");
        }
        var random = new Random(20261122);
        for (int i = 0; i < 100; i++) {
            byte[] secret = new byte[Totp.SECRET_BYTES];
            random.nextBytes(secret);
            Instant at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            String theirs = oathtool(Totp.base32(secret), at);
            assertThat(Totp.code(secret, Totp.step(at))).as("at %s", at).isEqualTo(theirs);
            assertThat(Totp.accepted(secret, theirs, at, 0)).hasValue(Totp.step(at));
        }
    }

    private static String oathtool(String secret, Instant at) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/oathtool", "--totp", "--base32"));
        Stream.of("--now=" + at.toString().replace('T', ' ').replace("Z", " UTC"), secret)
                .forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(answer).isZero();
        return answer;
    }
}
