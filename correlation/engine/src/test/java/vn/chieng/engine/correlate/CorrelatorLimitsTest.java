package vn.chieng.engine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.engine.correlate.Detections.failure;
import static vn.chieng.engine.correlate.Detections.onHost;
import static vn.chieng.engine.correlate.Detections.rule;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Level;

/** What bounds the memory of correlation, and that nothing is unsaid because of it. */
final class CorrelatorLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Correlation correlation = new Correlation();

    @AfterEach
    void close() {
        correlation.close();
    }

    @Test
    void factsExpireWithTheClock() {
        for (int i = 0; i < 9; i++) {
            correlation.accept(failure("f" + i, NOON.plusSeconds(i), "org-1", "web-01", "203.0.113.5"));
        }
        assertThat(correlation.correlator.facts()).isEqualTo(9);
        assertThat(correlation.correlator.sessionFacts()).isEqualTo(9);

        correlation.accept(failure("later", NOON.plus(Duration.ofHours(2)), "org-1", "db-01", "203.0.113.5"));
        assertThat(correlation.correlator.facts()).isEqualTo(1);
        assertThat(correlation.correlator.sessionFacts()).isEqualTo(1);
    }

    @Test
    void aFloodKeepsWithinItsLimitAndEveryDetectionIsStillEvidence() {
        try (Correlation small = new Correlation(new CorrelationLimits(20, 50, 10, 100, 10))) {
            for (int i = 0; i < 1_000; i++) {
                small.accept(failure("f" + i, NOON.plusMillis(i), "org-1", "web-01", "203.0.113.5"));
            }

            assertThat(small.correlator.facts()).isEqualTo(20);
            assertThat(small.correlator.sessionFacts()).isEqualTo(20);
            assertThat(small.evidenceBySignal().values().iterator().next()).hasSize(1_000);
            assertThat(small.count("chieng.engine.facts.evicted")).isEqualTo(980);
        }
    }

    @Test
    void manySourcesKeepWithinTheLimitOfTheSession() {
        try (Correlation small = new Correlation(new CorrelationLimits(20, 50, 10, 100, 10))) {
            for (int i = 0; i < 500; i++) {
                small.accept(failure("f" + i, NOON.plusMillis(i), "org-1", "web-01", "10.0.0." + i % 250));
            }

            assertThat(small.correlator.facts()).isEqualTo(50);
            assertThat(small.correlator.sessionFacts()).isEqualTo(50);
        }
    }

    @Test
    void overItsCeilingARuleIsHeldBackUntilTheNextHour() {
        var severe = rule("severe", Level.HIGH);
        try (Correlation small = new Correlation(new CorrelationLimits(20, 50, 10, 100, 3))) {
            for (int i = 0; i < 5; i++) {
                small.accept(onHost(severe, "e" + i, NOON, "org-1", "host-" + i, null, null));
            }
            assertThat(small.incidents()).hasSize(3);
            assertThat(small.count("chieng.engine.signals.held.back")).isEqualTo(2);

            small.accept(onHost(severe, "later", NOON.plusSeconds(3600), "org-1", "host-4", null, null));
            assertThat(small.incidents()).hasSize(4);
        }
    }

    @Test
    void aSignalThatGivesWayHasSaidEverything() {
        var severe = rule("severe", Level.HIGH);
        try (Correlation small = new Correlation(new CorrelationLimits(20, 50, 2, 100, 100))) {
            for (int i = 0; i < 5; i++) {
                small.correlator.accept(onHost(severe, "e" + i, NOON, "org-1", "host-" + i, null, null));
            }

            assertThat(small.correlator.takeNews(true)).hasSize(5);
        }
    }

    @Test
    void newsOfAnOpenSignalWaitsUntilItIsAskedFor() {
        for (int i = 0; i < 10; i++) {
            correlation.correlator.accept(failure("f" + i, NOON.plusMillis(i), "org-1", "web-01", "203.0.113.5"));
        }
        assertThat(correlation.correlator.takeNews(false)).hasSize(1);

        correlation.correlator.accept(failure("f11", NOON.plusMillis(11), "org-1", "web-01", "203.0.113.5"));
        assertThat(correlation.correlator.takeNews(false)).isEmpty();
        assertThat(correlation.correlator.takeNews(true)).hasSize(1);
        assertThat(correlation.correlator.takeNews(true)).isEmpty();
    }

    @Test
    void muchEvidenceIsSaidInSeveralRecords() {
        for (int i = 0; i < 175; i++) {
            correlation.correlator.accept(failure("f" + i, NOON.plusMillis(i), "org-1", "web-01", "203.0.113.5"));
        }

        assertThat(correlation.correlator.takeNews(true))
                .extracting(signal -> signal.evidence().size())
                .containsExactly(50, 50, 50, 25);
    }
}
