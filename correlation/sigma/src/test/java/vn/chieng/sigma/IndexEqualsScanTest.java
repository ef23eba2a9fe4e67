package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;

/** The index may leave out only rules that cannot match. */
class IndexEqualsScanTest {

    private static final int GENERATED = Integer.getInteger("sigma.events", 1_000);
    private static final int OF_EVERY_KIND = Math.max(10_000, GENERATED);
    private static final long SEED = Long.getLong("sigma.seed", 2026_11_22);
    private static final int PROGRESS = 50_000;
    /** The scan takes about a millisecond for each event. */
    private static final int ONE_IN = Boolean.getBoolean("sigma.all") ? 1 : 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<String> files(List<SigmaRule> rules) {
        return rules.stream().map(SigmaRule::file).toList();
    }

    private static void assertSame(RuleSet rules, Event event) {
        List<String> expected = files(rules.scan(event));
        assertThat(files(rules.match(event))).as("%s", event.fields()).isEqualTo(expected);
        assertThat(files(rules.match(new JsonEvent(JSON.writeValueAsBytes(event.fields())))))
                .as("as JSON: %s", event.fields())
                .isEqualTo(expected);
    }

    @Test
    void everyEventOfTheCorpusMatchesTheSameRulesWithAndWithoutTheIndex() throws IOException {
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        List<Event> events = new ArrayList<>(Corpus.regressionEvents());
        List<Event> windows = Corpus.windowsEvents();
        for (int i = 0; i < windows.size(); i += ONE_IN) {
            events.add(windows.get(i));
        }
        events.forEach(event -> assertSame(rules, event));
        System.out.println(events.size() + " events of the corpus match the same with and without the index");
        assertThat(rules.failures()).isEmpty();
    }

    @Test
    void everyEventMadeFromTheRulesOfTheCorpusMatchesTheSameRules() throws IOException {
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        assertGenerated(rules, GENERATED);
    }

    @Test
    void everyEventMadeFromRulesOfEveryKindMatchesTheSameRules() {
        RuleSet.Loaded loaded = RuleSet.load(List.of(RuleSource.of("kinds.yml", EveryKind.rules())));
        assertThat(loaded.issues()).isEmpty();
        assertGenerated(loaded.rules(), OF_EVERY_KIND);
    }

    private static void assertGenerated(RuleSet rules, int count) {
        GeneratedEvents events = new GeneratedEvents(rules.rules(), SEED);
        long matches = 0;
        for (int i = 0; i < count; i++) {
            Event event = events.next();
            assertSame(rules, event);
            matches += rules.match(event).size();
            if ((i + 1) % PROGRESS == 0) {
                System.out.println((i + 1) + " of " + count + " generated events match the same");
            }
        }
        System.out.println(count + " generated events, " + matches + " matches, the same with and without the index");
        assertThat(matches).isPositive();
    }
}
