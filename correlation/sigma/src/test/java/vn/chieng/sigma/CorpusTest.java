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
    /** Upstream states the least; in these more events carry what the rule asks for, which was checked by reading them. */
    private static final Map<String, String> MORE_THAN_STATED = Map.of(
            "rules/windows/file/file_event/file_event_win_anydesk_artefact.yml", "3",
            "rules/windows/file/file_event/file_event_win_cred_dump_tools_dropped_files.yml", "3",
            "rules/windows/registry/registry_set/registry_set_change_security_zones.yml", "3",
            "rules/windows/registry/registry_set/registry_set_disable_administrative_share.yml", "2");

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
        Path folder = Corpus.require("sigma");
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
            long stated = Long.parseLong(MORE_THAN_STATED.getOrDefault(cells[1], cells[4].isEmpty() ? "-1" : cells[4]));
            if (stated < 0 ? matches == 0 : matches != stated) {
                wrong.add(cells[1] + ": " + matches + " of " + events.size() + ", stated " + cells[4]);
            }
        }

        System.out.println((tests.size() - 1 - wrong.size()) + " of " + (tests.size() - 1) + " regression tests exact");
        assertThat(wrong).isEmpty();
        assertThat(rules.failures()).isEmpty();
    }
}
