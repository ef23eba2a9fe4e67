package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A coarse gate: the matcher must not lose half of the speed that it was recorded with. */
class SpeedTest {
    /** As {@code deploy/bench/run sigma} printed it; see docs/status.md. */
    private static final double RECORDED_SHARE_OF_PARSING = 0.50;

    /** In a process of its own, because tests run without the optimizing compiler. */
    @Test
    void takesEventsAtNoLessThanHalfTheRecordedShareOfParsing() throws IOException {
        Path corpus = Corpus.require("sigma").getParent();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpeedOfMatching.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CHIENG_CORPUS", corpus.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double share = Double.parseDouble(printed.strip());
        System.out.printf("the matcher takes events at %.2f of the rate of parsing alone%n", share);
        assertThat(share).isGreaterThanOrEqualTo(RECORDED_SHARE_OF_PARSING / 2);
    }
}
