package vn.chieng.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.sigma.RuleSet;

/** What a device sends, read by the product's own codecs, meets the rules; the cases of single rules are events already. */
class DecodedLinesTest {
    private static final RuleSet RULES = RuleSet.load(ShippedRules.sigma()).rules();

    /** Lines of {@code lines.tsv}: the rules that must match, and the frame. */
    static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(DecodedLinesTest.class.getResourceAsStream("/lines.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void matchesExactlyTheNamedRules(String line) {
        int tab = line.indexOf('\t');
        Set<String> expected = Arrays.stream(line.substring(0, tab).split(" "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> matched = RULES.match(DecodedFrame.event(line.substring(tab + 1))).stream()
                .map(RuleCase::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(matched).isEqualTo(expected);
    }
}
