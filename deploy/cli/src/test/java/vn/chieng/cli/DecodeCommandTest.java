package vn.chieng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DecodeCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyFrameIsPrintedWithItsFileAndLine() {
        int code = run("one\n\nNov 22 08:00:00 web-01 app: two\n", "decode", "-");

        assertThat(code).isZero();
        assertThat(output().lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"file\":\"-\",\"line\":1,\"message\":\"one\""),
                        second -> assertThat(second).contains("\"line\":3", "\"@timestamp\":\"2026-11-22T01:00:00Z\""));
    }

    @Test
    void theFieldsOfAFileAreWrittenWithDots() {
        run("{\"file\":{\"path\":\"/etc/passwd\",\"hash\":{\"md5\":\"x\"}}}", "decode", "--codec", "ecs", "-");

        assertThat(output())
                .startsWith("{\"file\":\"-\"")
                .contains("\"file.path\":\"/etc/passwd\"", "\"file.hash\":{\"md5\":\"x\"}");
    }

    @Test
    void anUnreadableFrameIsPrintedCountedAndEndsWithOne() {
        int code = run("{\"a\":1\n{\"a\":2}\n", "decode", "-");

        assertThat(code).isEqualTo(1);
        assertThat(output().lines()).hasSize(2);
        assertThat(output()).contains("\"pipeline_error\"", "\"event\":{\"dataset\":\"generic\"");
        assertThat(errors()).contains("1 of 2 events unreadable: {bad_json=1}");
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(run("", "decode", "--codec", "nope", "-")).isEqualTo(2);
        assertThat(run("", "decode", "--received", "yesterday", "-")).isEqualTo(2);
        assertThat(run("", "decode")).isEqualTo(2);
        assertThat(run("", "decode", "no-such-file")).isEqualTo(2);
        assertThat(run("")).isEqualTo(2);
        assertThat(errors()).contains("unknown codec nope", "no-such-file");
    }

    @Test
    void theYearDerivesFromTheTimeOfReceipt() {
        run("Nov 22 08:00:00 web-01 app: x\n", "decode", "--received", "2019-12-01T00:00:00Z", "-");

        assertThat(output()).contains("\"@timestamp\":\"2019-11-22T01:00:00Z\"");
    }

    private int run(String input, String... arguments) {
        return Chieng.run(
                new Surroundings(
                        CLOCK,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                arguments);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
