package vn.chieng.api.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.api.forms.SampleForms;

class ReportDueTest {
    private static final ReportDue UNITS = new ReportDue(LocalDate.of(2026, 12, 19));

    @Test
    void whatIsDueBeforeADayIsInTimeOnTheDayBefore() {
        var report = new StoredReport(
                2026,
                SampleForms.PACK.version(),
                LocalDate.of(2025, 12, 15),
                LocalDate.of(2026, 12, 14),
                ReportState.OPEN,
                Map.of(),
                ReportHead.BLANK,
                1,
                Instant.EPOCH,
                "a",
                null,
                null,
                null,
                null);
        assertThat(ReportDue.ofUnits(report, SampleForms.PACK)).contains(UNITS);
        assertThat(ReportDue.ofWhole(report, SampleForms.PACK)).contains(new ReportDue(LocalDate.of(2026, 12, 24)));
        assertThat(ReportDue.ofUnits(report, SampleForms.pack("ND85-2016"))).isEmpty();
    }

    @Test
    void theLastDayIsInTimeAndTheNextIsLate() {
        assertThat(UNITS.standing(LocalDate.of(2026, 12, 4), null)).isEqualTo(ReportDue.Standing.AHEAD);
        assertThat(UNITS.standing(LocalDate.of(2026, 12, 5), null)).isEqualTo(ReportDue.Standing.SOON);
        assertThat(UNITS.standing(LocalDate.of(2026, 12, 19), null)).isEqualTo(ReportDue.Standing.SOON);
        assertThat(UNITS.standing(LocalDate.of(2026, 12, 20), null)).isEqualTo(ReportDue.Standing.OVERDUE);
    }

    @Test
    void whatWasDoneLateStaysLateByTheDayInVietnam() {
        LocalDate later = LocalDate.of(2027, 2, 1);
        assertThat(UNITS.standing(later, Instant.parse("2026-12-19T16:59:59Z"))).isEqualTo(ReportDue.Standing.DONE);
        assertThat(UNITS.standing(later, Instant.parse("2026-12-19T17:00:00Z")))
                .isEqualTo(ReportDue.Standing.DONE_LATE);
    }

    @Test
    void aReminderBelongsToTheLastStepThatWasReached() {
        assertThat(ReportWatch.step(15)).isEmpty();
        assertThat(ReportWatch.step(14)).hasValue(14);
        assertThat(ReportWatch.step(8)).hasValue(14);
        assertThat(ReportWatch.step(7)).hasValue(7);
        assertThat(ReportWatch.step(0)).hasValue(1);
        assertThat(ReportWatch.step(-5)).hasValue(-1);
    }
}
