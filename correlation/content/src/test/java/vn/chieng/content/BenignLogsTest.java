package vn.chieng.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;

/** Rules stay silent on the everyday logs of other people, which are no part of the repository. */
class BenignLogsTest {
    /** Logs of machines that nobody attacks; the one of sshd is left out, as guessing goes on in it all day. */
    private static final List<String> LOGS =
            List.of("Thunderbird", "Mac", "Apache", "Proxifier", "Windows", "OpenStack", "Android");

    private static final int EVENTS_PER_FALSE_ALARM = 10_000;

    @Test
    void noRuleFiresMoreOftenThanOnceInTenThousandEvents() throws IOException {
        RuleSet rules = RuleSet.load(ShippedRules.sigma()).rules();
        List<String> lines = lines(corpus().resolve("logs/loghub"));
        Map<String, Integer> matches = new HashMap<>();
        for (String line : lines) {
            for (SigmaRule rule : rules.match(DecodedFrame.event(line))) {
                matches.merge(RuleCase.name(rule), 1, Integer::sum);
            }
        }
        assertThat(lines).hasSizeGreaterThan(EVENTS_PER_FALSE_ALARM);
        assertThat(matches.values())
                .allMatch(count -> count <= lines.size() / EVENTS_PER_FALSE_ALARM, matches.toString());
    }

    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String log : LOGS) {
            Path file = folder.resolve(log).resolve(log + "_2k.log");
            lines.addAll(
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList());
        }
        return lines;
    }

    /** The folder that CHIENG_CORPUS names, or {@code shared/corpus} above; the test is skipped, loudly, where there is none. */
    private static Path corpus() {
        Optional<Path> found = Optional.ofNullable(System.getenv("CHIENG_CORPUS"))
                .map(Path::of)
                .or(() -> Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared/corpus"))
                        .filter(Files::isDirectory)
                        .findFirst());
        if (found.isEmpty()) {
            String message = "SKIPPED: no folder that CHIENG_CORPUS names, nor a shared/corpus above";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return found.orElseThrow();
    }
}
