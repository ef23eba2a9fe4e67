package vn.chieng.engine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.engine.correlate.Detections.FAILED;
import static vn.chieng.engine.correlate.Detections.failure;
import static vn.chieng.engine.correlate.Detections.fromSource;
import static vn.chieng.engine.correlate.Detections.onHost;
import static vn.chieng.engine.correlate.Detections.rule;
import static vn.chieng.engine.correlate.Detections.success;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

final class CorrelatorTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String GUESSING = "guessing|host:org-1/web-01|source:203.0.113.5";

    private final Correlation correlation = new Correlation();

    @AfterEach
    void close() {
        correlation.close();
    }

    @Test
    void nineFailuresAreNotGuessing() {
        fail(0, 9, NOON, Duration.ofSeconds(1));

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void tenFailuresAreGuessingWithAllOfThemAsEvidence() {
        fail(0, 10, NOON, Duration.ofSeconds(1));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");
        Signal signal = correlation.said.getFirst();
        assertThat(signal.detections()).isEqualTo(10);
        assertThat(signal.firstSeen()).isEqualTo(NOON);
        assertThat(signal.lastSeen()).isEqualTo(NOON.plusSeconds(9));
        assertThat(signal.windowAnchor()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(signal.evidence()).hasSize(10);
        assertThat(signal.detectedBy()).containsExactly(FAILED);
        assertThat(signal.rule().titleVi()).isEqualTo("Dò mật khẩu trên một máy");
    }

    @Test
    void growsByWhatIsNewOnly() {
        fail(0, 12, NOON, Duration.ofSeconds(1));

        assertThat(correlation.said).hasSize(3);
        assertThat(correlation.said.getLast().detections()).isEqualTo(12);
        assertThat(correlation.said.getLast().evidence()).hasSize(1);
        assertThat(correlation.said.stream().map(Signal::id).distinct()).hasSize(1);
    }

    @Test
    void tenFailuresWithinExactlyTheWindowAreGuessing() {
        fail(0, 9, NOON, Duration.ofSeconds(1));
        correlation.accept(failure("last", NOON.plus(Duration.ofMinutes(5)), "org-1", "web-01", "203.0.113.5"));

        assertThat(correlation.said).hasSize(1);
    }

    @Test
    void oneMillisecondPastTheWindowIsNotGuessing() {
        fail(0, 9, NOON, Duration.ofSeconds(1));
        correlation.accept(
                failure("last", NOON.plus(Duration.ofMinutes(5)).plusMillis(1), "org-1", "web-01", "203.0.113.5"));

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void countsByTheTimeOfTheDetectionsWhateverTheOrderOfTheirArrival() {
        correlation.accept(failure("other", NOON.plusSeconds(500), "org-1", "db-01", "203.0.113.5"));
        IntStream.of(9, 3, 1, 0, 7, 5, 2, 8, 6, 4)
                .forEach(i ->
                        correlation.accept(failure("f" + i, NOON.plusSeconds(i), "org-1", "web-01", "203.0.113.5")));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");
        assertThat(correlation.said.getFirst().evidence()).hasSize(10);
    }

    @Test
    void correlatesABacklogThatArrivesHoursLate() {
        correlation.accept(failure("now", NOON.plus(Duration.ofHours(5)), "org-1", "db-01", "198.51.100.7"));
        fail(0, 10, NOON, Duration.ofSeconds(1));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");
        assertThat(correlation.count("chieng.engine.detections.late")).isEqualTo(10);
    }

    @Test
    void twoSourcesAreCountedEachForItself() {
        for (int i = 0; i < 9; i++) {
            correlation.accept(failure("a" + i, NOON.plusSeconds(i), "org-1", "web-01", "203.0.113.5"));
            correlation.accept(failure("b" + i, NOON.plusSeconds(i), "org-1", "web-01", "203.0.113.6"));
        }

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void theSameDetectionAgainIsNotCounted() {
        fail(0, 9, NOON, Duration.ofSeconds(1));
        fail(0, 9, NOON, Duration.ofSeconds(1));

        assertThat(correlation.said).isEmpty();
        assertThat(correlation.count("chieng.engine.detections.repeated")).isEqualTo(9);
    }

    @Test
    void anEventThatTwoRulesMatchedIsOneFailure() {
        var invalidUser = rule("sshd-invalid-user", Level.LOW, "chieng.authentication-failure");
        for (int i = 0; i < 9; i++) {
            Instant time = NOON.plusSeconds(i);
            correlation.accept(failure("f" + i, time, "org-1", "web-01", "203.0.113.5"));
            correlation.accept(onHost(invalidUser, "f" + i, time, "org-1", "web-01", "root", "203.0.113.5"));
        }

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void aSuccessAfterGuessingRaisesTheSameIncident() {
        fail(0, 10, NOON, Duration.ofSeconds(1));
        correlation.accept(success("in", NOON.plusSeconds(60), "org-1", "web-01", "lan", "203.0.113.5"));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium", GUESSING + " high");
        assertThat(correlation.said.getLast().evidence()).hasSize(11);
        assertThat(correlation.said.getLast().evidence().getLast().eventId()).isEqualTo("in");
    }

    @Test
    void aSuccessOfRootAfterGuessingIsCritical() {
        fail(0, 10, NOON, Duration.ofSeconds(1));
        correlation.accept(success("in", NOON.plusSeconds(60), "org-1", "web-01", "root", "203.0.113.5"));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium", GUESSING + " critical");
    }

    @Test
    void aSuccessFifteenMinutesAfterTheLastFailureStillCounts() {
        fail(0, 10, NOON, Duration.ofSeconds(1));
        Instant last = NOON.plusSeconds(9).plus(Duration.ofMinutes(15));
        correlation.accept(success("late", last.plusMillis(1), "org-1", "web-01", "lan", "203.0.113.5"));
        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");

        correlation.accept(success("in", last, "org-1", "web-01", "lan", "203.0.113.5"));
        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium", GUESSING + " high");
    }

    @Test
    void aSuccessThatArrivesBeforeTheFailuresOfItsPastIsFound() {
        correlation.accept(success("in", NOON.plusSeconds(60), "org-1", "web-01", "lan", "203.0.113.5"));
        fail(0, 10, NOON, Duration.ofSeconds(1));

        assertThat(correlation.incidents()).containsExactlyInAnyOrder(GUESSING + " medium", GUESSING + " high");
    }

    @Test
    void aSuccessWithoutGuessingOrBeforeItOrFromElsewhereIsNothing() {
        correlation.accept(success("before", NOON.minusSeconds(1), "org-1", "web-01", "lan", "203.0.113.5"));
        fail(0, 10, NOON, Duration.ofSeconds(1));
        correlation.accept(success("elsewhere", NOON.plusSeconds(60), "org-1", "web-01", "lan", "203.0.113.6"));
        correlation.accept(success("other", NOON.plusSeconds(60), "org-1", "db-01", "lan", "203.0.113.5"));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");
    }

    @Test
    void aRunAcrossMidnightIsTwoSignalsOfOneIncident() {
        fail(0, 20, Instant.parse("2026-11-22T23:59:50Z"), Duration.ofSeconds(1));

        assertThat(correlation.incidents()).containsExactly(GUESSING + " medium");
        assertThat(correlation.said.stream().map(Signal::windowAnchor).distinct())
                .containsExactly(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(correlation.evidenceBySignal()).hasSize(2);
    }

    @Test
    void aSourceInTwoOrganizationsIsNothingInThreeASignal() {
        correlation.accept(fromSource(FAILED, "a", NOON, "org-1", "203.0.113.5"));
        correlation.accept(fromSource(FAILED, "b", NOON.plusSeconds(1), "org-2", "203.0.113.5"));
        correlation.accept(fromSource(FAILED, "b2", NOON.plusSeconds(2), "org-2", "203.0.113.5"));
        correlation.accept(fromSource(rule("scan", Level.LOW), "x", NOON.plusSeconds(2), "org-4", "203.0.113.5"));
        assertThat(correlation.said).isEmpty();

        Instant last = NOON.plus(Duration.ofMinutes(30));
        correlation.accept(fromSource(rule("scan", Level.MEDIUM), "c", last, "org-3", "203.0.113.5"));
        assertThat(correlation.incidents()).containsExactly("same-source|source:203.0.113.5 high");
        assertThat(correlation.said.getFirst().evidence()).hasSize(4);
    }

    @Test
    void threeOrganizationsInMoreThanHalfAnHourAreNothing() {
        correlation.accept(fromSource(FAILED, "a", NOON, "org-1", "203.0.113.5"));
        correlation.accept(fromSource(FAILED, "b", NOON.plusSeconds(1), "org-2", "203.0.113.5"));
        correlation.accept(
                fromSource(FAILED, "c", NOON.plus(Duration.ofMinutes(30)).plusMillis(1), "org-3", "203.0.113.5"));

        assertThat(correlation.said).isEmpty();
    }

    @Test
    void severeDetectionsOnOneHostAreOneIncidentAndCountOnTheHostOnly() {
        var shadow = rule("shadow-copies", Level.HIGH, "attack.impact", "attack.t1490");
        var encrypt = rule("many-renames", Level.CRITICAL, "attack.defense_evasion");
        correlation.accept(onHost(shadow, "e1", NOON, "org-1", "fs-01", "a", null));
        correlation.accept(fromSource(shadow, "e1", NOON, "org-1", "10.0.0.5"));
        correlation.accept(onHost(encrypt, "e2", NOON.plusSeconds(1), "org-1", "fs-01", "a", null));

        assertThat(correlation.incidents())
                .containsExactly("severe|host:org-1/fs-01|foothold high", "severe|host:org-1/fs-01|foothold critical");
        assertThat(correlation.said.getFirst().rule().titleEn()).isEqualTo("Rule shadow-copies");
        assertThat(correlation.said.getFirst().rule().tags()).contains("attack.t1490");
    }

    @Test
    void aMediumDetectionOpensAnIncidentOfItsRuleAndLowOnesNone() {
        correlation.accept(onHost(rule("low", Level.LOW), "e0", NOON, "org-1", "fs-01", null, null));
        correlation.accept(onHost(rule("m1", Level.MEDIUM), "e1", NOON, "org-1", "fs-01", null, null));
        correlation.accept(onHost(rule("m1", Level.MEDIUM), "e2", NOON, "org-1", "fs-01", null, null));
        correlation.accept(onHost(rule("m2", Level.MEDIUM), "e3", NOON, "org-1", "fs-01", null, null));

        assertThat(correlation.incidents())
                .containsExactly("medium|host:org-1/fs-01|m1 medium", "medium|host:org-1/fs-01|m2 medium");
        assertThat(correlation.evidenceBySignal()).hasSize(2);
    }

    private void fail(int from, int count, Instant start, Duration step) {
        for (int i = from; i < from + count; i++) {
            correlation.accept(failure("f" + i, start.plus(step.multipliedBy(i)), "org-1", "web-01", "203.0.113.5"));
        }
    }
}
