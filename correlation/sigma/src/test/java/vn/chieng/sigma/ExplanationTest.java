package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Event;
import vn.chieng.sigma.match.Explanation;
import vn.chieng.sigma.rule.RuleSource;

class ExplanationTest {
    private static final String RULE = """
            title: Under test
            id: one
            logsource: {category: test}
            detection:
              selection:
                a|contains: x
                b: y
              filter:
                c: null
              condition: selection and not filter
            """;

    private static Explanation explain(Map<String, Object> event) {
        return RuleSet.load(List.of(RuleSource.of("r.yml", RULE)))
                .rules()
                .explain("one", new Event(event))
                .orElseThrow();
    }

    @Test
    void tellsForEachItemWhetherItHeldAndWhatItLookedAt() {
        Explanation explanation = explain(Map.of("event", Map.of("category", "test"), "a", "axb", "c", "z"));
        assertThat(explanation.logSourceHolds()).isTrue();
        assertThat(explanation.matches()).isFalse();
        Explanation.SearchOutcome selection = explanation.searches().getFirst();
        assertThat(selection.holds()).isFalse();
        assertThat(selection.items())
                .containsExactly(
                        new Explanation.ItemOutcome("a", 6, Explanation.Outcome.TRUE, List.of("axb")),
                        new Explanation.ItemOutcome("b", 7, Explanation.Outcome.ABSENT, List.of()));
        assertThat(explanation.searches().getLast().items())
                .containsExactly(new Explanation.ItemOutcome("c", 9, Explanation.Outcome.FALSE, List.of("z")));
    }

    @Test
    void saysWhenOnlyTheLogSourceIsAnother() {
        Explanation explanation = explain(Map.of("a", "x", "b", "Y", "c", 1));
        assertThat(explanation.logSourceHolds()).isFalse();
        assertThat(explanation.searches().getFirst().holds()).isTrue();
        assertThat(explanation.matches()).isFalse();
    }

    @Test
    void showsOnlyTheBeginningOfLongValues() {
        Explanation explanation = explain(Map.of("a", "x".repeat(10_000)));
        assertThat(explanation.searches().getFirst().items().getFirst().values().getFirst())
                .hasSizeLessThan(300);
    }
}
