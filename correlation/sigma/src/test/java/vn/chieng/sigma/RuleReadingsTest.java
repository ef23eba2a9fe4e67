package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;

class RuleReadingsTest {
    private final RuleReadings readings = new RuleReadings(SigmaSettings.DEFAULT);

    private static RuleSource rule(String file, String word) {
        return RuleSource.of(file, """
                title: %s
                logsource: {category: test}
                detection:
                  s: {a: %s}
                  condition: s
                """.formatted(file, word));
    }

    private static List<String> titles(RuleSet rules, String word) {
        byte[] event = ("{\"event\":{\"category\":\"test\"},\"a\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
        return rules.matcher().match(event).stream().map(SigmaRule::title).toList();
    }

    @Test
    void readsOnlyWhatChangedSinceTheLastLoad() {
        RuleSet before = RuleSet.load(List.of(rule("one", "x"), rule("two", "y")), readings)
                .rules();
        RuleSet after = RuleSet.load(List.of(rule("one", "x"), rule("two", "z")), readings)
                .rules();
        assertThat(after.rules().getFirst()).isSameAs(before.rules().getFirst());
        assertThat(titles(before, "y")).containsExactly("two");
        assertThat(titles(after, "y")).isEmpty();
        assertThat(titles(after, "z")).containsExactly("two");
        assertThat(titles(after, "x")).containsExactly("one");
    }

    @Test
    void forgetsWhatIsNoLongerThere() {
        RuleSet.load(List.of(rule("one", "x"), rule("two", "y")), readings);
        RuleSet without = RuleSet.load(List.of(rule("one", "x")), readings).rules();
        assertThat(titles(without, "y")).isEmpty();
        assertThat(without.rules()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsRefusedAgain() {
        List<RuleSource> broken = List.of(RuleSource.of("broken", "title: x"));
        assertThat(RuleSet.load(broken, readings).issues()).isNotEmpty();
        assertThat(RuleSet.load(broken, readings).issues()).isNotEmpty();
    }
}
