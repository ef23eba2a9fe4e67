package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Event;
import vn.chieng.event.Level;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.RuleIssue;
import vn.chieng.sigma.yaml.YamlReader;

class RuleReaderTest {
    private static final String RULE = """
            title: A title
            id: 11111111-2222-3333-4444-555555555555
            status: test
            description: What it is
            vi:
              title: Một tiêu đề
            author: Someone
            tags: [attack.t1110]
            simulation:
              - type: atomic
                number: 5
            logsource:
              product: windows
              service: security
            detection:
              selection:
                EventID: 4625
              condition: selection
            level: high
            """;

    private static RuleSet.Loaded load(String... texts) {
        return RuleSet.load(java.util.Arrays.stream(texts)
                .map(text -> RuleSource.of("rule.yml", text))
                .toList());
    }

    @Test
    void keepsWhatTheRuleSaysAlsoUnderUnknownKeys() {
        SigmaRule rule = load(RULE).rules().rules().getFirst();
        assertThat(rule.title()).isEqualTo("A title");
        assertThat(rule.titleVi()).isEqualTo("Một tiêu đề");
        assertThat(rule.descriptionVi()).isEqualTo("What it is");
        assertThat(rule.level()).isEqualTo(Level.HIGH);
        assertThat(rule.tags()).containsExactly("attack.t1110");
        assertThat(rule.reference().author()).isEqualTo("Someone");
        assertThat(rule.custom()).containsOnlyKeys("simulation");
        assertThat(rule.custom().get("simulation")).asString().contains("atomic");
    }

    @Test
    void appliesToEventsOfItsLogSourceOnly() {
        RuleSet rules = load(RULE).rules();
        Event security = new Event(Map.of("winlog", Map.of("channel", "Security", "event_id", 4625)));
        Event system = new Event(Map.of("winlog", Map.of("channel", "System", "event_id", 4625)));
        Event raw = new Event(Map.of("Channel", "Security", "EventID", "4625"));
        assertThat(rules.match(security)).hasSize(1);
        assertThat(rules.match(raw)).hasSize(1);
        assertThat(rules.match(system)).isEmpty();
    }

    @Test
    void readsSeveralDocumentsAndRefusesTheSecondOfOneId() {
        RuleSet.Loaded loaded = load(RULE + "---\n" + RULE.replace("11111111", "22222222"), RULE);
        assertThat(loaded.rules().rules()).hasSize(2);
        assertThat(loaded.issues()).singleElement().asString().contains("rule.yml:1:1 the id 11111111");
    }

    @Test
    void reportsEverythingThatIsWrongTogether() {
        String wrong = RULE.replace("status: test", "status: ready")
                .replace("level: high", "level: urgent")
                .replace("title: A title\n", "")
                .replace("EventID: 4625", "EventID|sounds: 4625");
        RuleSet.Loaded loaded = load(wrong);
        assertThat(loaded.rules().rules()).isEmpty();
        assertThat(loaded.issues())
                .extracting(RuleIssue::toString)
                .containsExactly(
                        "rule.yml:1:1 the rule has no title",
                        "rule.yml:18:8 unknown level urgent",
                        "rule.yml:2:9 unknown status ready",
                        "rule.yml:16:5 unknown modifier sounds");
    }

    @Test
    void refusesOtherTaxonomiesAndWhatIsNoRule() {
        assertThat(load(RULE + "taxonomy: ours\n").issues()).hasSize(1);
        assertThat(load(RULE.replace("  condition", "  timeframe: 5m\n  condition"))
                        .issues())
                .hasSize(1);
        assertThat(load("").issues()).hasSize(1);
        assertThat(load("- a\n- b\n").issues()).hasSize(1);
        assertThat(load("title: x\nlogsource: {definition: x}\ndetection: {}\n").issues())
                .hasSize(2);
    }

    @Test
    void refusesBrokenAndHostileYaml() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("x]\n");
        }
        assertIssue(bomb.toString(), "nodes");
        assertIssue("a: &a [x]\n" + "b: [" + "*a, ".repeat(200) + "x]", "aliases");
        assertIssue("a: &a [*a]", "unknown anchor");
        assertIssue("[".repeat(10_000), "nested deeper");
        assertIssue("a: *nothing", "unknown anchor");
        assertIssue("a: b: c", "no valid YAML");
        assertIssue("a: \"b", "no valid YAML");
        assertIssue("a: \u0000", "no valid YAML");
        assertIssue("a: 1\na: 2", "occurs twice");
        assertIssue("? [a]\n: b", "a key must be a scalar");
        assertIssue("a: &a {b: c}\nd: {<<: *a}", "merge keys");
        assertIssue("a: " + "x".repeat(YamlReader.MAX_BYTES), "larger than");
        byte[] latin = "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RuleSet.load(List.of(new RuleSource("r", latin))).issues())
                .singleElement()
                .asString()
                .contains("UTF-8");
    }

    private static void assertIssue(String yaml, String part) {
        RuleSet.Loaded loaded = load(yaml);
        assertThat(loaded.rules().rules()).isEmpty();
        assertThat(loaded.issues())
                .anySatisfy(issue -> assertThat(issue.message()).contains(part));
    }

    @Test
    void aPairOfSurrogatesAnywhereDoesNotBreakTheReading() {
        for (int length = 1_000; length < 1_050; length++) {
            RuleSet.Loaded loaded = load("# " + "x".repeat(length) + "😀\n" + RULE);
            assertThat(loaded.issues()).isEmpty();
        }
    }

    @Test
    void aRuleThatFailsOnAnEventIsCountedAndCostsOtherRulesNothing() {
        RuleSet rules = load(RULE.replace("EventID", "broken"), RULE.replace("11111111", "22222222"))
                .rules();
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken value");
            }
        };
        Event event = new Event(Map.of("Channel", "Security", "EventID", 4625, "broken", broken));
        assertThat(rules.match(event))
                .extracting(SigmaRule::id)
                .containsExactly("22222222-2222-3333-4444-555555555555");
        assertThat(rules.failures()).containsExactly(Map.entry("11111111-2222-3333-4444-555555555555", 1L));
    }
}
