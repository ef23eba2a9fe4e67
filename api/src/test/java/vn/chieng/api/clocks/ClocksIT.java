package vn.chieng.api.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Level;

/** The clocks of incidents as they go through the desk: started, moved, answered, and what they keep from closing. */
class ClocksIT extends ClockDesk {
    @Test
    void hASeriousIncidentOnFridayEveningIsDueOnSaturdayAndMonday() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY);
        assertThat(due(id))
                .containsEntry("C24", at("2026-11-21T17:00:00+07:00"))
                .containsEntry("C72", at("2026-11-23T17:00:00+07:00"))
                .doesNotContainKeys("C0", "CDL72");
        assertThat(page("/incidents/" + id)).contains("C24", "C72", "Sửa T0").doesNotContain("CDL72");
    }

    @Test
    void iALeakOfBiometricDataStartsTwoFilesToTwoRecipientsAndTheNoticeToSubjects() {
        long id =
                confirmed("a", Level.HIGH, Map.of("personal-data-harm", "true", "location-or-biometric-data", "true"));
        assertThat(due(id)).containsKeys("C72", "CDL72", "CDL72-subjects");
        assertThat(page("/incidents/" + id + "/clocks"))
                .contains("Lực lượng chuyên trách bảo vệ an ninh mạng", "Cơ quan chuyên trách bảo vệ dữ liệu cá nhân")
                .contains("Chủ thể dữ liệu", "T0 dữ liệu cá nhân");
        detectedAtOn(id, FRIDAY);
        LegalClock data = store.find(id, "CDL72").orElseThrow();
        assertThat(data.due()).isAfter(at("2026-11-24T00:00:00+07:00"));
        assertThat(data.warnings().getLast().at()).isEqualTo(at("2026-11-23T17:00:00+07:00"));
    }

    @Test
    void aChangeOfSeverityOrConfirmationStopsAndRestartsClocksInTheLog() {
        long id = confirmed("a", Level.HIGH, Map.of());
        work.severity(id, get(id).version(), Severity.M3, "phạm vi hẹp", LEAD);
        assertThat(state(id, "C24")).isEqualTo(LegalClock.State.STOPPED);
        work.severity(id, get(id).version(), Severity.M2, "lan rộng", LEAD);
        assertThat(state(id, "C24")).isEqualTo(LegalClock.State.RUNNING);
        step(id, IncidentState.VERIFYING, LEAD);
        assertThat(state(id, "C72")).isEqualTo(LegalClock.State.STOPPED);
        assertThat(store.log(id, 50).stream()
                        .filter(line -> line.change().clock().equals("C24"))
                        .map(line -> line.change().kind() + " " + line.reason()))
                .containsExactly("STOPPED ghi chú", "RESTARTED lan rộng", "STOPPED phạm vi hẹp", "STARTED ghi chú");
    }

    @Test
    void aCorrectedT0KeepsTheOldValueAndOnlyWhoMayDecideMovesItLater() {
        long id = confirmed("a", Level.HIGH, Map.of());
        Instant first = get(id).detectedAt();
        detectedAtOn(id, FRIDAY);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, first, FRIDAY, "cũ", LEAD))
                .isInstanceOf(ClockOutcome.Stale.class);
        Instant later = FRIDAY.plusSeconds(3600);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, FRIDAY, later, "nhầm", ANALYST))
                .isInstanceOf(ClockOutcome.Reserved.class);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, FRIDAY, later, "nhầm", LEAD))
                .isInstanceOf(ClockOutcome.Done.class);
        assertThat(store.moments(id).get(ClockDuties.DETECTION).corrections())
                .extracting(each -> each.after() + " " + each.reason() + " " + each.by())
                .containsExactly(FRIDAY + " máy chủ thư thấy trước Người Thử", later + " nhầm Người Thử");
        assertThat(page("/incidents/" + id + "/clocks")).contains("20/11/2026 17:00 → 20/11/2026 18:00");
    }

    @Test
    void anOverdueClockIsWarnedOfOnceAtEachShareEvenIfTheProcessEndsInBetween() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY.minusSeconds(4 * 86_400));
        watch.watch();
        watch.watch();
        assertThat(warned(id))
                .containsOnlyOnce("C24 50 %", "C24 80 %", "C24 100 %", "C72 50 %", "C72 80 %", "C72 100 %");
        assertThat(store.pending(Instant.parse("2030-01-01T00:00:00Z"), 10_000)).doesNotContain(id);
    }

    @Test
    void closingIsBlockedUntilEveryClockHasProofAndEveryDutyIsDecided() {
        long id = confirmed("a", Level.HIGH, Map.of());
        jdbc.sql("update incidents set answers = '{}' where id = ?").param(id).update();
        for (IncidentState next : List.of(
                IncidentState.CONTAINING,
                IncidentState.REMEDIATING,
                IncidentState.RECOVERED,
                IncidentState.AWAITING_REPORT)) {
            step(id, next, ANALYST);
        }
        assertThat(blocks(id))
                .contains("clocks.block.running [C24", "clocks.block.running [C72", "clocks.block.undecided [CDL72");
        answer(id, answers(Map.of()));
        assertThat(clocks.sent(id, List.of("C24"), sending(true), ANALYST)).isInstanceOf(ClockOutcome.Refused.class);
        assertThat(clocks.sent(id, List.of("C24", "CNB"), sending(false), ANALYST))
                .isInstanceOf(ClockOutcome.Done.class);
        assertThat(clocks.sent(id, List.of("C72"), sending(true), ANALYST)).isInstanceOf(ClockOutcome.Done.class);
        assertThat(blocks(id)).singleElement().isEqualTo("clocks.block.closing [C72");
        assertThat(page("/incidents/" + id)).contains("còn nợ báo cáo kết thúc");
        assertThat(clocks.sent(id, List.of("C72"), sending(false), ANALYST)).isInstanceOf(ClockOutcome.Done.class);
        assertThat(work.move(id, closing(id), LEAD)).isInstanceOf(WorkOutcome.Done.class);
    }

    @Test
    void clocksFollowTheSurvivingIncidentFromTheEarliestT0AndComeBackAfterwards() {
        long source = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(source, FRIDAY);
        long target = confirmed("b", Level.HIGH, Map.of());
        Instant own = store.find(target, "C24").orElseThrow().due();
        merging.merge(source, get(source).version(), target, "cùng một máy", LEAD);
        assertThat(due(target)).containsEntry("C24", at("2026-11-21T17:00:00+07:00"));
        assertThat(store.pending(Instant.parse("2030-01-01T00:00:00Z"), 10_000))
                .contains(target)
                .doesNotContain(source);
        merging.unmerge(source, get(source).version(), "nhầm", LEAD);
        assertThat(due(target)).containsEntry("C24", own);
        assertThat(due(source)).containsEntry("C24", at("2026-11-21T17:00:00+07:00"));
    }
}
