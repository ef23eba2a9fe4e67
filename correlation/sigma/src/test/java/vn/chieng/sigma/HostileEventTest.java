package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.rule.RuleSource;

class HostileEventTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final RuleSet rules =
            RuleSet.load(List.of(RuleSource.of("kinds.yml", EveryKind.rules()))).rules();

    private List<?> match(String json) {
        return rules.match(new JsonEvent(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFieldOfAMegabyteTakesTimeInProportion() {
        for (String value : List.of("a", "net user ", "xx", "Đ", "k")) {
            assertTimeout(
                    BOUND,
                    () -> match("{\"event\":{\"category\":\"test\"},\"a\":\"" + value.repeat(1_000_000 / value.length())
                            + "\"}"));
        }
    }

    @Test
    void manyFieldsAndManyValuesTakeTimeInProportion() {
        StringBuilder json = new StringBuilder("{\"event\":{\"category\":\"test\"}");
        for (int i = 0; i < 100_000; i++) {
            json.append(",\"f").append(i).append("\":\"needl\"");
        }
        assertTimeout(BOUND, () -> match(json + "}"));
        assertTimeout(
                BOUND, () -> match("{\"event\":{\"category\":\"test\"},\"a\":[" + "\"w\",".repeat(100_000) + "1]}"));
    }

    @Test
    void aHundredThousandFieldsThatRulesAskForAreReadOnce() {
        String fields = "\"a\":\"needl\",".repeat(100_000);
        assertTimeout(BOUND, () -> match("{\"event\":{\"category\":\"test\"}," + fields + "\"a\":\"Word\"}"));
        StringBuilder dotted = new StringBuilder("{\"event\":{\"category\":\"test\"}");
        for (int i = 0; i < 100_000; i++) {
            dotted.append(",\"a.b").append(i).append(".c\":").append(i);
        }
        assertTimeout(BOUND, () -> match(dotted + "}"));
    }

    @Test
    void aMegabyteOfEscapesOrOfLettersBeyondAsciiTakesTimeInProportion() {
        for (String piece : List.of("\\\\", "\\\"", "\\u0061", "Đ", "ế", "\ud83d\ude00")) {
            String value = piece.repeat(1_000_000 / piece.length());
            assertTimeout(BOUND, () -> match("{\"event\":{\"category\":\"test\"},\"a\":\"" + value + "\"}"));
        }
    }

    @Test
    void whatIsTooDeepOrNoObjectIsRefused() {
        assertThatThrownBy(() -> match("{\"a\":" + "[".repeat(10_000))).isInstanceOf(JacksonException.class);
        assertTimeout(BOUND, () -> {
            String lists = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
            String objects = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
            assertThatThrownBy(() -> match(lists)).isInstanceOf(JacksonException.class);
            assertThatThrownBy(() -> match(objects)).isInstanceOf(JacksonException.class);
        });
        for (String broken : List.of("", "[]", "5", "{", "{\"a\":1}{}", "{\"a\":}", "{\"a\" 1}")) {
            assertThatThrownBy(() -> match(broken)).as(broken).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void theMatcherGoesOnAfterABrokenEvent() {
        assertThatThrownBy(() -> match("{")).isInstanceOf(JacksonException.class);
        assertThat(match("{\"event\":{\"category\":\"test\"},\"a\":\"WORD\"}")).isNotEmpty();
    }

    @Test
    void lettersWrittenAsEscapesAreFoundAsKeywords() {
        List<?> plain = match("{\"event\":{\"category\":\"test\"},\"m\":\"a needle\"}");
        assertThat(match("{\"event\":{\"category\":\"test\"},\"m\":\"a n\\u0065edle\"}"))
                .isEqualTo(plain);
        assertThat(match("{\"event\":{\"category\":\"test\"},\"m\":\"C:\\\\users a needle\"}"))
                .isEqualTo(plain);
    }

    @Test
    void everNewLogSourcesCostLittleAndChangeNothing() {
        RuleMatcher matcher = rules.matcher();
        List<?> expected = match("{\"event\":{\"category\":\"test\"},\"a\":\"Word\"}");
        assertTimeout(BOUND, () -> {
            for (int i = 0; i < 20_000; i++) {
                String name = Integer.toBinaryString(i).replace('0', 'u').replace('1', 'v');
                String json = "{\"event\":{\"category\":\"test\",\"module\":\"" + name + "\"},\"a\":\"Word\"}";
                assertThat(matcher.match(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
            }
        });
        String tooLong =
                "{\"event\":{\"category\":\"test\",\"module\":\"" + "m".repeat(1_000_000) + "\"},\"a\":\"Word\"}";
        assertThat(matcher.match(tooLong.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void aMegabyteMadeForRegularExpressionsThatBacktrackTakesTimeInProportion() {
        RuleSet regexes = RuleSet.load(List.of(RuleSource.of("regex.yml", """
                title: Slow elsewhere
                logsource: {category: test}
                detection:
                  s: {a|re: ['(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$']}
                  condition: s
                """))).rules();
        String json = "{\"event\":{\"category\":\"test\"},\"a\":\"" + "a".repeat(1_000_000) + "!\"}";
        assertTimeout(BOUND, () -> regexes.match(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void textsMadeForRegularExpressionsThatBacktrackTakeTimeInProportion() {
        RuleSet regexes = RuleSet.load(List.of(RuleSource.of("regex.yml", """
                title: Slow elsewhere
                logsource: {category: test}
                detection:
                  s: {a|re: ['(a+)+$', '(a|aa)+$', '(.*a){20}b', '^(([a-z])+.)+[A-Z]([a-z])+$']}
                  condition: s
                """))).rules();
        String json = "{\"event\":{\"category\":\"test\"},\"a\":\"" + "a".repeat(5_000) + "!\"}";
        assertTimeout(BOUND, () -> regexes.match(json.getBytes(StandardCharsets.UTF_8)));
    }
}
