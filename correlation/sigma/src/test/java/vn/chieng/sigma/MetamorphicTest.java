package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;

/** What must not change the outcome does not. */
class MetamorphicTest {
    private static final int EVENTS = 1_000;
    private static final String KINDS = EveryKind.rules();

    private final RuleSet rules = load(KINDS);

    private static RuleSet load(String text) {
        RuleSet.Loaded loaded = RuleSet.load(List.of(RuleSource.of("kinds.yml", text)));
        assertThat(loaded.issues()).isEmpty();
        return loaded.rules();
    }

    private List<Event> events() {
        GeneratedEvents generated = new GeneratedEvents(rules.rules(), 7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(generated.next());
        }
        return events;
    }

    private static List<String> titles(RuleSet rules, Event event) {
        return rules.match(event).stream().map(SigmaRule::title).toList();
    }

    @Test
    void fieldsThatNoRuleAsksForChangeNothing() {
        for (Event event : events()) {
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            more.put("chieng", Map.of("needle", "needle one two"));
            more.putAll(event.fields());
            more.put("zz", Map.of("a", 5));
            assertThat(titles(rules, new Event(more))).isEqualTo(titles(rules, event));
        }
    }

    @Test
    void theOrderOfFieldsAndRulesChangesNothing() {
        List<String> documents = new ArrayList<>(List.of(KINDS.split("(?m)^---\n")));
        documents.removeFirst();
        Collections.shuffle(documents, new Random(3));
        RuleSet shuffled = load(String.join("---\n", documents));
        for (Event event : events()) {
            List<String> names = new ArrayList<>(event.fields().keySet());
            Collections.reverse(names);
            Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
            names.forEach(name -> reversed.put(name, event.fields().get(name)));
            assertThat(titles(shuffled, new Event(reversed))).containsExactlyInAnyOrderElementsOf(titles(rules, event));
        }
    }

    @Test
    void theOrderOfTheValuesOfAFieldChangesNothing() {
        for (Event event : events()) {
            Map<String, @Nullable Object> reversed = new LinkedHashMap<>(event.fields());
            reversed.replaceAll((_, value) -> value instanceof List<?> list ? list.reversed() : value);
            assertThat(titles(rules, new Event(reversed))).isEqualTo(titles(rules, event));
        }
    }

    @Test
    void whereAStreamIsCutChangesNothing() {
        JsonMapper json = JsonMapper.builder().build();
        RuleMatcher whole = rules.matcher();
        RuleMatcher part = rules.matcher();
        int count = 0;
        for (Event event : events()) {
            if (count % 97 == 0) {
                part = rules.matcher();
            }
            count++;
            byte[] bytes = json.writeValueAsBytes(event.fields());
            assertThat(part.match(bytes)).isEqualTo(whole.match(bytes));
        }
    }

    @Test
    void toNegateTwiceChangesNothing() {
        RuleSet twice = load(KINDS.replaceAll("(?m)^  condition: (.*)$", "  condition: not (not ($1))"));
        for (Event event : events()) {
            assertThat(titles(twice, event)).isEqualTo(titles(rules, event));
        }
    }

    @Test
    void caseChangesNothingWhereTheRuleDoesNotAskForIt() {
        RuleSet uncased = load("""
                title: x
                logsource: {category: test}
                detection:
                  s: {a|contains: [word, 'Sắt', 'x?y'], b|endswith: .exe}
                  condition: s
                """);
        for (String text : List.of("a WoRd", "đường sắt", "xZy", "nothing")) {
            for (String end : List.of("cmd.exe", "cmd.com")) {
                Event lower = event(text.toLowerCase(Locale.ROOT), end);
                Event upper = event(text.toUpperCase(Locale.ROOT), end.toUpperCase(Locale.ROOT));
                assertThat(titles(uncased, upper)).isEqualTo(titles(uncased, lower));
            }
        }
    }

    private static Event event(String a, String b) {
        return new Event(Map.of("event", Map.of("category", "test"), "a", a, "b", b));
    }

    @Test
    void whatCameBeforeChangesNothing() {
        List<Event> events = events();
        for (Event event : events.subList(0, 50)) {
            assertThat(titles(load(KINDS), event)).isEqualTo(titles(rules, event));
        }
    }
}
