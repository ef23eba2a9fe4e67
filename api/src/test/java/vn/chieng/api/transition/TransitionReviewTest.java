package vn.chieng.api.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chieng.api.forms.SampleForms;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.transition.TransitionRow.Case;
import vn.chieng.api.transition.TransitionRow.Missing;
import vn.chieng.law.LawPacks;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.PackVersion;

class TransitionReviewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LawPacks PACKS = new LawPacks(List.of(SampleForms.PACK, SampleForms.pack("ND85-2016")));
    private static final TransitionReview REVIEW =
            TransitionReview.on(TODAY, PACKS).orElseThrow();

    @Test
    void theDatesComeFromTheBoardOfThePack() {
        assertThat(REVIEW.dates())
                .extracting("date")
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 1));
    }

    @Test
    void anOldLevelHasUntilTheSecondDateAndNeedsEverythingAnew() {
        TransitionRow row = REVIEW.row(system(SystemStatus.OPERATING, null, "ND85-2016"), null)
                .orElseThrow();
        assertThat(row.kase()).isEqualTo(Case.OLD_LEVEL);
        assertThat(row.due()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(row.daysLeft(TODAY)).isEqualTo(221);
        assertThat(row.urgency(TODAY)).isEqualTo("ahead");
        assertThat(row.oldLevel()).isEqualTo(2);
        assertThat(row.estimate()).isEqualTo(1);
        assertThat(row.missing())
                .containsExactly(
                        Missing.NEW_LEVEL, Missing.DOSSIER, Missing.SUBMISSION, Missing.APPRAISAL, Missing.APPROVAL);
    }

    @Test
    void aProjectBegunUnderTheOldLawHasUntilTheFirstDateToBeApproved() {
        RegisteredSystem system = system(SystemStatus.BUILDING, LocalDate.of(2026, 6, 30), "ND85-2016");
        TransitionRow row =
                REVIEW.row(system, approval(ApprovalState.Phase.SUBMITTED)).orElseThrow();
        assertThat(row.kase()).isEqualTo(Case.UNDER_CONSTRUCTION);
        assertThat(row.due()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(row.urgency(TODAY)).isEqualTo("soon");
        assertThat(row.missing()).containsExactly(Missing.APPRAISAL, Missing.APPROVAL);
    }

    @Test
    void onceApprovedUnderTheOldLawItIsAnOldLevel() {
        RegisteredSystem system = system(SystemStatus.OPERATING, LocalDate.of(2026, 6, 30), "ND85-2016");
        TransitionRow row =
                REVIEW.row(system, approval(ApprovalState.Phase.APPROVED)).orElseThrow();
        assertThat(row.kase()).isEqualTo(Case.OLD_LEVEL);
        assertThat(row.missing()).containsExactly(Missing.NEW_LEVEL, Missing.DOSSIER, Missing.APPROVAL);
    }

    @Test
    void whatRunsWithoutALevelIsLateSinceThePackCameIntoForce() {
        TransitionRow row =
                REVIEW.row(system(SystemStatus.OPERATING, null, null), null).orElseThrow();
        assertThat(row.kase()).isEqualTo(Case.NEVER_CLASSIFIED);
        assertThat(row.due()).isEqualTo(LocalDate.of(2026, 8, 19));
        assertThat(row.urgency(TODAY)).isEqualTo("late");
    }

    @Test
    void aNewLevelAPlannedSystemAndARetiredOneAreNotInTransition() {
        assertThat(REVIEW.row(system(SystemStatus.OPERATING, null, "ND331-2026"), null))
                .isEmpty();
        assertThat(REVIEW.row(system(SystemStatus.PLANNED, LocalDate.of(2026, 7, 1), null), null))
                .isEmpty();
        assertThat(REVIEW.row(system(SystemStatus.RETIRED, null, "ND85-2016"), null))
                .isEmpty();
    }

    @Test
    void aPackWithOtherDatesMovesTheDeadlinesWithoutAChangeOfCode() {
        assertThat(TransitionReview.on(LocalDate.of(2010, 1, 1), PACKS)).isEmpty();
        Optional<TransitionRow> late = TransitionReview.on(LocalDate.of(2027, 8, 1), PACKS)
                .orElseThrow()
                .row(system(SystemStatus.OPERATING, null, "ND85-2016"), null);
        assertThat(late.orElseThrow().urgency(LocalDate.of(2027, 8, 1))).isEqualTo("late");
    }

    private static ApprovalState.Approval approval(ApprovalState.Phase phase) {
        return new ApprovalState.Approval(phase, null, null, 2, LocalDate.of(2026, 10, 1), Facts.NONE);
    }

    private static RegisteredSystem system(
            SystemStatus status, @Nullable LocalDate projectStart, @Nullable String pack) {
        Instant at = Instant.parse("2025-03-01T03:00:00Z");
        Determination determination = pack == null
                ? null
                : new Determination(
                        new PackVersion(
                                pack, PACKS.latest(pack).orElseThrow().version().version()),
                        2,
                        2,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        "test",
                        at);
        return new RegisteredSystem(
                new UUID(1, 2),
                "HT-00001",
                new SystemCard(
                        "Hệ thống thử",
                        null,
                        null,
                        "org-a",
                        "org-b",
                        null,
                        new Hosting(Hosting.Kind.OWN, null, false, Hosting.Contract.NONE),
                        projectStart),
                status,
                null,
                new SystemAnswers(
                        Map.of(),
                        Map.of("information-classes", List.of("public"), "system-type", "internal"),
                        Map.of()),
                determination,
                1,
                at,
                at);
    }
}
