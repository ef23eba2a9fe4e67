package vn.chieng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;

final class IndicatorRulesTest {

    @Test
    void aHitNamesSourceLevelAndTheIndicatorItselfDefanged() {
        RuleReference reference = IndicatorRules.shipped().reference(Sample.of("evil.example"));
        assertThat(reference.id()).isEqualTo("indicator:domain");
        assertThat(reference.titleVi()).contains("evil[.]example");
        assertThat(reference.titleEn()).contains("evil[.]example");
        assertThat(reference.author()).isEqualTo("NCSC");
        assertThat(reference.level()).isEqualTo(Level.HIGH);
        assertThat(reference.tags()).contains("attack.command-and-control", IndicatorRules.TAG_CONFIDENT);
    }

    @Test
    void anUncertainHitIsNotTaggedAsConfident() {
        Indicator uncertain = new Indicator(Indicator.Type.IP, "203.0.113.5", "feed", 74, Level.LOW, null, "");
        assertThat(IndicatorRules.shipped().reference(uncertain).tags()).doesNotContain(IndicatorRules.TAG_CONFIDENT);
    }
}
