package vn.chieng.engine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.engine.correlate.Detections.failure;
import static vn.chieng.engine.correlate.Detections.inDrill;
import static vn.chieng.engine.correlate.Detections.onHost;
import static vn.chieng.engine.correlate.Detections.rule;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Detection;
import vn.chieng.event.Level;

final class DrillApartTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Correlation correlation = new Correlation();

    @AfterEach
    void close() {
        correlation.close();
    }

    @Test
    void failuresOfADrillAndRealOnesAreNotCountedTogether() {
        for (int i = 0; i < 9; i++) {
            correlation.accept(attempt("real" + i, i));
            correlation.accept(inDrill("drill-1", attempt("one" + i, i)));
            correlation.accept(inDrill("drill-2", attempt("two" + i, i)));
        }
        assertThat(correlation.said).isEmpty();
        correlation.accept(inDrill("drill-1", attempt("one9", 9)));
        assertThat(correlation.incidents())
                .containsExactly("guessing|host:org-1/web-01|exercise:drill-1|source:203.0.113.5 medium");
    }

    @Test
    void aSevereDetectionOfADrillOpensAnIncidentOfItsOwn() {
        Detection severe =
                onHost(rule("r", Level.CRITICAL, "attack.impact"), "real", NOON, "org-1", "web-01", null, null);
        correlation.accept(severe);
        correlation.accept(inDrill(
                "drill-1",
                onHost(rule("r", Level.CRITICAL, "attack.impact"), "drill", NOON, "org-1", "web-01", null, null)));
        assertThat(correlation.incidents()).hasSize(2).doesNotHaveDuplicates();
    }

    private static Detection attempt(String id, int second) {
        return failure(id, NOON.plusSeconds(second), "org-1", "web-01", "203.0.113.5");
    }
}
