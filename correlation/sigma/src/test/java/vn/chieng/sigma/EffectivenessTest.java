package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.taxonomy.Effectiveness;

class EffectivenessTest {

    private static Effectiveness.@Nullable Missing missing(String logSource, String detection, String... sources) {
        String text = "title: x\nlogsource: " + logSource + "\ndetection:\n" + detection.indent(2);
        return new Effectiveness(Set.of(sources))
                .missing(RuleSet.load(List.of(RuleSource.of("r.yml", text)))
                        .rules()
                        .rules()
                        .getFirst());
    }

    @Test
    void aRuleWhoseLogSourceNobodyProducesNamesIt() {
        Effectiveness.Missing missing =
                missing("{product: windows, category: dns_query}", "s: {QueryName: x}\ncondition: s", "linux-syslog");
        assertThat(missing).isNotNull();
        assertThat(missing.logSource()).isNotNull();
        assertThat(missing(
                        "{product: windows, category: dns_query}", "s: {QueryName: x}\ncondition: s", "windows-sysmon"))
                .isNull();
    }

    @Test
    void aRuleThatNeedsAFieldThatNobodyFillsNamesIt() {
        String detection = "s: {nowhere.to.find: x}\nt: {url.path: y}\ncondition: s and t";
        Effectiveness.Missing missing = missing("{category: webserver}", detection, "web-server");
        assertThat(missing).isNotNull();
        assertThat(missing.fields()).containsExactly("nowhere.to.find");
        assertThat(missing("{category: webserver}", detection.replace("s and t", "s or t"), "web-server"))
                .isNull();
        assertThat(missing("{category: webserver}", detection.replace("s and t", "t and not s"), "web-server"))
                .isNull();
    }

    @Test
    void aFieldThatMustBeAbsentMayBeMissing() {
        assertThat(missing("{category: webserver}", "s: {nowhere: null}\ncondition: s", "web-server"))
                .isNull();
        assertThat(missing("{category: webserver}", "s: {nowhere: null}\ncondition: not s", "web-server"))
                .isNotNull();
        assertThat(missing("{category: webserver}", "s: {nowhere|exists: false}\ncondition: s", "web-server"))
                .isNull();
    }
}
