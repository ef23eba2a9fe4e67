package vn.chieng.engine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.engine.correlate.Detections.onHost;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Detection;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorRules;

final class IndicatorIncidentTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int SURE = 75;

    private final Correlation correlation = new Correlation();

    @AfterEach
    void close() {
        correlation.close();
    }

    @Test
    void oneHitOfASureIndicatorOpensAnIncidentHoweverLowItsLevel() {
        correlation.accept(hit("e1", SURE, Level.LOW));

        assertThat(correlation.incidents()).containsExactly("indicator|host:org-1/pc-1|indicator:domain medium");
        assertThat(correlation.said.getFirst().rule().titleEn()).contains("evil[.]example");
    }

    @Test
    void anUnsureOneOfLowLevelOpensNone() {
        correlation.accept(hit("e1", SURE - 1, Level.LOW));

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void aSevereOneIsOneIncidentAndNotTwo() {
        correlation.accept(hit("e1", SURE, Level.HIGH));

        assertThat(correlation.incidents())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("severe|")
                .endsWith(" high");
    }

    private static Detection hit(String event, int confidence, Level level) {
        Indicator indicator = new Indicator(Indicator.Type.DOMAIN, "evil.example", "NCSC", confidence, level, null, "");
        return onHost(IndicatorRules.shipped().reference(indicator), event, NOON, "org-1", "pc-1", null, null);
    }
}
