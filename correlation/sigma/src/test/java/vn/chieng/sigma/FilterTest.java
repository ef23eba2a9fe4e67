package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.yaml.RuleIssue;

class FilterTest {
    private static final String RULE = """
            title: Logon
            id: 11111111-2222-3333-4444-555555555555
            name: logon
            logsource: {product: windows, service: security}
            detection:
              selection: {EventID: 4625}
              condition: selection
            """;
    private static final String FILTER = """
            title: Known users
            logsource: {product: windows}
            filter:
              rules: [logon]
              selection: {user.name: admin}
              condition: %s
            """;

    private static RuleSet.Loaded load(String... texts) {
        return RuleSet.load(List.of(texts).stream()
                .map(text -> RuleSource.of("f.yml", text))
                .toList());
    }

    private static boolean matches(RuleSet.Loaded loaded, String user) {
        return !loaded.rules()
                .match(new Event(Map.of("Channel", "Security", "EventID", 4625, "user", Map.of("name", user))))
                .isEmpty();
    }

    @Test
    void whatAFilterExcludesNoLongerMatches() {
        RuleSet.Loaded loaded = load(RULE + "---\n" + FILTER.formatted("not selection"));
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(matches(loaded, "other")).isTrue();
        assertThat(matches(loaded, "admin")).isFalse();
    }

    @Test
    void aFilterWithoutNotKeepsOnlyWhatItSelectsAndIsWarnedAbout() {
        RuleSet.Loaded loaded = load(FILTER.formatted("selection"), RULE);
        assertThat(matches(loaded, "other")).isFalse();
        assertThat(matches(loaded, "admin")).isTrue();
        assertThat(loaded.warnings())
                .extracting(RuleIssue::message)
                .singleElement()
                .asString()
                .contains("has no not");
    }

    @Test
    void severalFiltersOfOneRuleAllCount() {
        RuleSet.Loaded loaded = load(
                RULE,
                FILTER.formatted("not selection"),
                FILTER.formatted("not selection").replace("name: admin", "name: root"));
        assertThat(matches(loaded, "admin")).isFalse();
        assertThat(matches(loaded, "root")).isFalse();
        assertThat(matches(loaded, "other")).isTrue();
    }

    @Test
    void aFilterAppliesToNamedRulesOfItsLogSourceOnly() {
        String filter = FILTER.formatted("not selection");
        assertThat(matches(load(RULE, filter.replace("[logon]", "any")), "admin"))
                .isFalse();
        assertThat(matches(load(RULE, filter.replace("logon", "11111111-2222-3333-4444-555555555555")), "admin"))
                .isFalse();
        RuleSet.Loaded unnamed = load(RULE, filter.replace("logon", "another"));
        assertThat(matches(unnamed, "admin")).isTrue();
        assertThat(unnamed.warnings()).hasSize(1);
        assertThat(matches(load(RULE, filter.replace("product: windows", "product: linux")), "admin"))
                .isTrue();
    }

    @Test
    void refusesAFilterThatIsIncomplete() {
        assertThat(load(RULE, "title: x\nlogsource: {product: windows}\nfilter: {rules: any}\n")
                        .issues())
                .isNotEmpty();
        assertThat(load(RULE, FILTER.formatted("not other")).issues()).hasSize(1);
        assertThat(load(RULE, FILTER.formatted("not selection").replace("  rules: [logon]\n", ""))
                        .issues())
                .hasSize(1);
    }
}
