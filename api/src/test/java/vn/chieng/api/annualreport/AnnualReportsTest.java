package vn.chieng.api.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.SampleForms;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.law.LawPacks;
import vn.chieng.law.days.HolidayCalendar;

class AnnualReportsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-16T02:00:00Z"), ZoneOffset.UTC);
    private static final SignedIn BY = new SignedIn(
            1,
            "chi.lan",
            "Chị Lan",
            Role.APPRAISER,
            1,
            null,
            new Scope.Everything(),
            Role.APPRAISER.permissions(),
            "vi",
            Set.of());
    private static final String UNIT = "org-0";

    private final ReportsInMemory store = new ReportsInMemory();
    private final List<String> trail = new ArrayList<>();
    private final ReportContent sound = SampleReports.report(2, 4);
    private AnnualReports reports;
    private PartApprovals approvals;
    private FrozenReports frozen;

    private static final class Law implements CurrentLaw {
        @Override
        public LawPacks packs() {
            return new LawPacks(List.of(SampleForms.PACK));
        }

        @Override
        public HolidayCalendar calendar() {
            throw new IllegalStateException("a report needs no calendar");
        }
    }

    private AnnualReports at(Clock clock) {
        return new AnnualReports(
                store,
                () -> SampleReports.systems(sound),
                new Law(),
                (id, _) -> "Đơn vị thử nghiệm số " + id.substring(4),
                (_, record) -> trail.add(record.action().code()),
                TransactionOperations.withoutTransaction(),
                clock);
    }

    private PartApprovals approvals(Clock clock) {
        return new PartApprovals(store, at(clock), TransactionOperations.withoutTransaction(), clock);
    }

    private FrozenReports frozen(Clock clock) {
        return new FrozenReports(
                store,
                at(clock),
                JsonMapper.builder().build(),
                (_, record) -> trail.add(record.action().code()),
                TransactionOperations.withoutTransaction(),
                clock);
    }

    @BeforeEach
    void open() {
        reports = at(CLOCK);
        approvals = approvals(CLOCK);
        frozen = frozen(CLOCK);
        assertThat(reports.open(2026, BY)).isTrue();
    }

    @Test
    void aReportIsOpenedOnceWithTheWindowOfThePackAndAPartForEachUnit() {
        assertThat(reports.open(2026, BY)).isFalse();
        assertThat(report().first()).isEqualTo(LocalDate.of(2025, 12, 15));
        assertThat(report().last()).isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(store.parts(2026, BY.scope()))
                .extracting(StoredPart::organizationId)
                .containsExactly("org-0", "org-1");
        ReportRow row = part().part().rows().getFirst();
        assertThat(row.name()).isEqualTo("Hệ thống thử nghiệm 0.0");
        assertThat(row.approvalStatus()).isEqualTo("Đã được phê duyệt");
        assertThat(row.decision().date()).isEqualTo(LocalDate.of(2026, 9, 3));
    }

    @Test
    void aPartThatDoesNotFitIsNotApproved() {
        assertThat(approvals.approve(report(), part(), null, BY)).isEqualTo(ChangeOutcome.INCONSISTENT);
        assertThat(reports.ownInconsistencies(report(), part()))
                .extracting(Inconsistency::kind)
                .contains(Kind.DECISION_NUMBER_MISSING, Kind.FINISH_MISSING)
                .doesNotContain(Kind.UNIT_NOT_APPROVED, Kind.SECTION_EMPTY);
    }

    @Test
    void aChangeTakesTheApprovalOfAPartAway() {
        complete(UNIT);
        assertThat(approvals.approve(report(), part(), null, BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(part().approvedBy()).isEqualTo("chi.lan");
        reports.saveRow(report(), part(), 0, SampleReports.row(0, 0), BY);
        assertThat(part().approved()).isFalse();
    }

    @Test
    void aStaleChangeIsRefused() {
        StoredPart seen = part();
        complete(UNIT);
        assertThat(reports.saveRow(report(), seen, 0, SampleReports.row(0, 0), BY))
                .isEqualTo(ChangeOutcome.STALE);
        assertThat(reports.saveText(report(), SampleReports.sections(), ReportHead.BLANK, 99, BY))
                .isEqualTo(ChangeOutcome.STALE);
    }

    @Test
    void takingOverFromTheRegisterKeepsWhatOnlyTheUnitKnows() {
        complete(UNIT);
        ReportRow wrong = Rows.who(SampleReports.row(0, 0), "Tên cũ", "Chủ cũ", "Đơn vị cũ");
        reports.saveRow(report(), part(), 0, wrong, BY);
        assertThat(reports.refill(report(), part(), BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(part().part().rows().getFirst()).isEqualTo(SampleReports.row(0, 0));
        assertThat(part().part().counts())
                .isEqualTo(sound.units().getFirst().part().counts());
    }

    @Test
    void aReportThatDoesNotFitIsNotFrozen() {
        assertThat(frozen.freeze(report(), 1, null, BY)).isEqualTo(ChangeOutcome.INCONSISTENT);
        assertThat(report().state()).isEqualTo(ReportState.OPEN);
    }

    @Test
    void frozenContentKeepsItsHashAndNothingChangesItAnyMore() {
        finish();
        assertThat(frozen.freeze(report(), report().version(), null, BY)).isEqualTo(ChangeOutcome.DONE);
        StoredReport.Seal seal = java.util.Objects.requireNonNull(report().frozen());
        assertThat(seal.hash())
                .isEqualTo(FrozenReports.sha256(store.content(2026).orElseThrow()));
        assertThat(frozen.content(2026)).contains(reports.content(report()));
        assertThat(reports.saveRow(report(), part(), 0, SampleReports.row(0, 0), BY))
                .isEqualTo(ChangeOutcome.STALE);
        assertThat(frozen.freeze(report(), report().version(), null, BY)).isEqualTo(ChangeOutcome.STALE);
    }

    @Test
    void theSignedCopyIsBoundByItsHashAndClosesTheReport() {
        finish();
        frozen.freeze(report(), report().version(), null, BY);
        SignedCopy copy = new SignedCopy("bao-cao.pdf", new byte[] {1, 2, 3});
        assertThat(frozen.sign(report(), report().version(), copy, BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(java.util.Objects.requireNonNull(report().signed()).hash())
                .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        assertThat(frozen.thaw(report(), report().version(), "nhầm", BY)).isEqualTo(ChangeOutcome.STALE);
        assertThat(trail).contains("annual-report.opened", "annual-report.frozen", "annual-report.signed");
    }

    @Test
    void aFrozenReportCanBeOpenedAgainForAReason() {
        finish();
        frozen.freeze(report(), report().version(), null, BY);
        assertThat(frozen.thaw(report(), report().version(), "Sai số liệu", BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(report().state()).isEqualTo(ReportState.OPEN);
        assertThat(report().frozen()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateLeadsOnlyWhereItMay(ReportState from) {
        List<ReportState> next = java.util.Arrays.stream(ReportState.values())
                .filter(from::leadsTo)
                .toList();
        assertThat(next)
                .isEqualTo(
                        switch (from) {
                            case OPEN -> List.of(ReportState.FROZEN);
                            case FROZEN -> List.of(ReportState.OPEN, ReportState.SIGNED);
                            case SIGNED -> List.of();
                        });
    }

    @Test
    void afterTheLastDayAnApprovalStatesAReasonAndWhoAgreed() {
        PartApprovals late = approvals(Clock.fixed(Instant.parse("2026-12-21T02:00:00Z"), ZoneOffset.UTC));
        complete(UNIT);
        assertThat(late.approve(report(), part(), null, BY)).isEqualTo(ChangeOutcome.LATE);
        assertThat(part().approved()).isFalse();

        var stated = new LateApproval("Chờ sáp nhập xong đơn vị", "Ông Trần Văn B, Giám đốc sở");
        assertThat(late.approve(report(), part(), stated, BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(part().late()).isEqualTo(stated);
        assertThat(reports.content(report()).units())
                .filteredOn(unit -> unit.organizationId().equals(UNIT))
                .singleElement()
                .satisfies(unit -> assertThat(unit.late()).isEqualTo(stated));
    }

    @Test
    void onTheLastDayNobodyIsAskedWhy() {
        PartApprovals inTime = approvals(Clock.fixed(Instant.parse("2026-12-19T16:59:59Z"), ZoneOffset.UTC));
        complete(UNIT);
        assertThat(inTime.approve(report(), part(), new LateApproval("thừa", "thừa"), BY))
                .isEqualTo(ChangeOutcome.DONE);
        assertThat(part().late()).isNull();
    }

    @Test
    void aReportThatIsFrozenAfterItsLastDayStatesAReasonAndWhoAgreedAndPrintsThem() {
        finish();
        FrozenReports late = frozen(Clock.fixed(Instant.parse("2026-12-24T17:00:00Z"), ZoneOffset.UTC));
        assertThat(late.freeze(report(), report().version(), null, BY)).isEqualTo(ChangeOutcome.LATE);
        assertThat(report().state()).isEqualTo(ReportState.OPEN);

        var stated = new LateApproval("Chờ số liệu của hai xã", "Bà Lê Thị C, Phó Chủ tịch");
        assertThat(late.freeze(report(), report().version(), stated, BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(report().late()).isEqualTo(stated);
        assertThat(late.content(2026).orElseThrow().late()).isEqualTo(stated);
        assertThat(late.thaw(report(), report().version(), "Sai số liệu", BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(report().late()).isNull();
    }

    @Test
    void aReportThatIsFrozenOnItsLastDayStatesNothing() {
        finish();
        FrozenReports inTime = frozen(Clock.fixed(Instant.parse("2026-12-24T16:59:59Z"), ZoneOffset.UTC));
        var stated = new LateApproval("thừa", "thừa");
        assertThat(inTime.freeze(report(), report().version(), stated, BY)).isEqualTo(ChangeOutcome.DONE);
        assertThat(report().late()).isNull();
    }

    /** Everything filled in and approved. */
    private void finish() {
        for (ReportContent.Unit unit : sound.units()) {
            complete(unit.organizationId());
            approvals.approve(
                    report(),
                    store.part(2026, unit.organizationId(), BY.scope()).orElseThrow(),
                    null,
                    BY);
        }
        reports.saveText(report(), SampleReports.sections(), ReportHead.BLANK, report().version(), BY);
        assertThat(reports.inconsistencies(report())).isEmpty();
    }

    private void complete(String unit) {
        StoredPart before = store.part(2026, unit, BY.scope()).orElseThrow();
        UnitPart full = sound.units().stream()
                .filter(each -> each.organizationId().equals(unit))
                .findFirst()
                .orElseThrow()
                .part();
        assertThat(store.savePart(2026, unit, full, before.version())).isTrue();
    }

    private StoredReport report() {
        return store.find(2026).orElseThrow();
    }

    private StoredPart part() {
        return store.part(2026, UNIT, BY.scope()).orElseThrow();
    }
}
