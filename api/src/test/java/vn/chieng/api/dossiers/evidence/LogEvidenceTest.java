package vn.chieng.api.dossiers.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.api.dossiers.workflow.ShippedLaw;
import vn.chieng.api.logs.LogCount;
import vn.chieng.api.logs.LogHolding;

class LogEvidenceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final EvidenceSubject BODY = new EvidenceSubject("sys-1", "org-a", 3, ShippedLaw.pack("ND331-2026"));

    private static Measured measured(String name, LogHolding holding) {
        return LogEvidence.measure(name, BODY, new LogCount(NOW, Map.of(), Map.of("sys-1", holding)))
                .orElseThrow();
    }

    private static LogHolding since(String oldest, Duration silent) {
        return new LogHolding(7, 6, Instant.parse(oldest), NOW.minus(silent));
    }

    @Test
    void logsOfThreeMonthsMeetLevelThreeAndADayLessDoesNot() {
        Measured enough = measured("log-retention", since("2026-08-22T03:00:00Z", Duration.ZERO));
        assertThat(enough.holds()).isTrue();
        assertThat(enough.arguments()).containsExactly("22/08/2026", 92L, 3);
        assertThat(measured("log-retention", since("2026-08-23T03:00:00Z", Duration.ZERO))
                        .holds())
                .isFalse();
    }

    @Test
    void aLevelWithoutAMinimumIsNotHeldAgainstOne() {
        var levelOne = new EvidenceSubject("sys-1", "org-a", 1, BODY.pack());
        LogHolding held = since("2026-11-21T03:00:00Z", Duration.ZERO);
        assertThat(LogEvidence.measure("log-retention", levelOne, new LogCount(NOW, Map.of(), Map.of("sys-1", held))))
                .isEmpty();
    }

    @Test
    void aSilentSourceAndOldLogsAreSaid() {
        LogHolding held = since("2026-01-01T00:00:00Z", Duration.ofHours(25));
        assertThat(measured("logs-collected", held).holds()).isFalse();
        assertThat(measured("sources-live", held).holds()).isFalse();
        assertThat(measured("sources-live", held).arguments()).containsExactly(6, 7);
    }

    @Test
    void logsOfTheBodyAloneAreNoEvidenceForTheSystem() {
        LogCount count = new LogCount(NOW, Map.of("org-a", since("2026-01-01T00:00:00Z", Duration.ZERO)), Map.of());
        Measured unrecognised =
                LogEvidence.measure("log-retention", BODY, count).orElseThrow();
        assertThat(unrecognised.holds()).isFalse();
        assertThat(unrecognised.key()).isEqualTo("dossiers.measured.logs-unrecognised");
        assertThat(unrecognised.arguments()).containsExactly(7);
    }

    @Test
    void aBodyWithoutLogsIsToldSoAndNotLeftOut() {
        Measured none = LogEvidence.measure("logs-collected", BODY, new LogCount(NOW, Map.of(), Map.of()))
                .orElseThrow();
        assertThat(none.holds()).isFalse();
        assertThat(none.key()).isEqualTo("dossiers.measured.logs-none");
        assertThat(none.countsAt(NOW.plus(Duration.ofDays(8)))).isFalse();
    }
}
