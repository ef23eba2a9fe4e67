package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Event;

/** Other people's rules and attacks; the counts are those that upstream states. */
class CorpusTest {

    @Test
    void refusesOnlySigmaHqRulesWithUnresolvedPlaceholders() throws IOException {
        RuleSet.Loaded loaded = RuleSet.load(Corpus.sigmaHqRules());

        Map<String, Long> reasons = loaded.issues().stream()
                .collect(Collectors.groupingBy(
                        issue -> issue.message().replaceAll("%.*%", "%…%"), TreeMap::new, Collectors.counting()));
        System.out.println(loaded.rules().rules().size() + " SigmaHQ rules loaded; issues by reason: " + reasons);
        assertThat(loaded.issues()).allMatch(issue -> issue.message().startsWith("the placeholder %"));
        assertThat(loaded.rules().rules()).hasSizeGreaterThan(2_900);
    }

    @Test
    void everyRegressionEventIsMatchedByItsRuleAsOftenAsStated() throws IOException {
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        Path folder = Corpus.require("sigma/regression-expected.csv").getParent();
        List<String> wrong = new ArrayList<>();
        List<String> tests = Files.readAllLines(folder.resolve("regression-expected.csv"));
        for (String line : tests.subList(1, tests.size())) {
            String[] cells = line.split(",", -1);
            List<Event> events;
            try (InputStream in = Files.newInputStream(folder.resolve(cells[2]))) {
                events = WindowsEvents.fromEvtxJson(in);
            }
            long matches = events.stream()
                    .filter(event -> rules.match(event).stream()
                            .anyMatch(rule -> rule.id().equals(cells[0])))
                    .count();
            boolean stated = !cells[4].isEmpty();
            if (stated ? matches != Long.parseLong(cells[4]) : matches == 0) {
                wrong.add(cells[1] + ": " + matches + " of " + events.size() + ", stated " + cells[4]);
            }
        }

        System.out.println((tests.size() - 1 - wrong.size()) + " of " + (tests.size() - 1) + " regression tests exact");
        assertThat(wrong).isEmpty();
        assertThat(rules.failures()).isEmpty();
    }
}
