package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.rule.RuleSource;

/** Whatever a rule file holds, it is read to rules or to reasons, in bounded time, and what it gives can match. */
class HostileRuleTest {
    private static final int FILES = 500;
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String[] PIECES = {
        "*",
        "&a ",
        "*a ",
        "|",
        "|all",
        "|re",
        "|base64",
        "{",
        "}",
        "[",
        "]",
        ":",
        "- ",
        "\n",
        "\t",
        "'",
        "\"",
        "\\",
        "%x%",
        "not ",
        "of them",
        "1 of ",
        "(",
        ")",
        "null",
        "!!java.lang.Object ",
        "<<: ",
        "---\n",
        "\u0000",
        "\ud83d",
        "99999999999999999999",
        "~",
        "? ",
        "> ",
        "#"
    };
    private static final byte[] EVENT =
            "{\"event\":{\"category\":\"test\"},\"a\":\"one two Word\",\"b\":4}".getBytes(StandardCharsets.UTF_8);

    @Test
    void brokenFilesAreReadToRulesOrReasons() {
        Random random = new Random(7);
        String[] documents = EveryKind.rules().split("(?m)^---\n", -1);
        assertTimeout(BOUND, () -> {
            for (int i = 0; i < FILES; i++) {
                String text = broken(documents[1 + random.nextInt(documents.length - 1)], random);
                RuleSet.Loaded loaded = RuleSet.load(List.of(RuleSource.of("broken.yml", text)));
                assertThat(loaded.rules().rules().size() + loaded.issues().size())
                        .as(text)
                        .isPositive();
                assertThat(loaded.rules().match(EVENT))
                        .as(text)
                        .isEqualTo(loaded.rules().scan(new JsonEvent(EVENT)));
            }
        });
    }

    private static String broken(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(text.length());
            if (random.nextInt(3) == 0) {
                text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(6)));
            } else {
                text.insert(place, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    @Test
    void hugeRulesAndExpressionsAreRefusedOrReadInBoundedTime() {
        String head = "title: Huge\nlogsource: {category: test}\ndetection:\n";
        List<String> hostile = List.of(
                head + "  s: {a|re: '" + "(a{1,999}){1,999}".repeat(50) + "'}\n  condition: s\n",
                head + "  s: {a|re: '" + "(".repeat(5_000) + ")".repeat(5_000) + "'}\n  condition: s\n",
                head + "  s: {a|contains|windash: '" + " -a".repeat(40) + "'}\n  condition: s\n",
                head + "  s: {a: x}\n  condition: " + "(".repeat(20_000) + "s" + ")".repeat(20_000) + "\n",
                head + "  s: {a: x}\n  condition: " + "not ".repeat(50_000) + "s\n",
                head + "  s: {a: '" + "*a".repeat(100_000) + "'}\n  condition: s\n",
                "{".repeat(100_000),
                "- ".repeat(100_000) + "x",
                "a: &a\n  b: *a\n",
                "? ".repeat(50_000));
        for (String text : hostile) {
            assertTimeout(BOUND, () -> {
                RuleSet.Loaded loaded = RuleSet.load(List.of(RuleSource.of("huge.yml", text)));
                assertThat(loaded.rules().rules().size() + loaded.issues().size())
                        .as(text.substring(0, Math.min(200, text.length())))
                        .isPositive();
                assertThat(loaded.rules().match(EVENT)).isEmpty();
            });
        }
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'l'; c++) {
            char before = (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + before + ", ").repeat(9))
                    .append("y]\n");
        }
        assertTimeout(
                BOUND,
                () -> assertThat(RuleSet.load(List.of(RuleSource.of("bomb.yml", bomb.toString())))
                                .issues())
                        .isNotEmpty());
        assertTimeout(
                BOUND,
                () -> assertThat(RuleSet.load(List.of(RuleSource.of("deep.yml", "a: " + "[".repeat(100_000))))
                                .issues())
                        .isNotEmpty());
    }
}
