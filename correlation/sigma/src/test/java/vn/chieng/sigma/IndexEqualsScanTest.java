package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.SigmaRule;

/** The index may leave out only rules that cannot match. */
class IndexEqualsScanTest {

    @Test
    void everyEventOfTheCorpusMatchesTheSameRulesWithAndWithoutTheIndex() throws IOException {
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        List<Event> events = new ArrayList<>(Corpus.regressionEvents());
        events.addAll(Corpus.windowsEvents());
        long matches = 0;
        for (Event event : events) {
            List<SigmaRule> expected = rules.scan(event);
            matches += expected.size();
            assertThat(rules.match(event))
                    .extracting(SigmaRule::file)
                    .as("%s", event.fields())
                    .containsExactlyElementsOf(
                            expected.stream().map(SigmaRule::file).toList());
        }
        System.out.println(events.size() + " events, " + matches + " matches, the same with and without the index");
        assertThat(rules.failures()).isEmpty();
    }
}
