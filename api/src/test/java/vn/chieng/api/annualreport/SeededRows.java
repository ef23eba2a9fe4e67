package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.chieng.api.annualreport.Inconsistency.Kind;

/** Sound reports, each with one fault in a row, and where it must be found. */
final class SeededRows {
    static final ReportContent SOUND = SampleReports.report(3, 8);
    private static final LocalDate LATER = SampleReports.LAST.plusDays(1);
    /** Rows of the first unit: approved, appraised, sent, being drafted. */
    private static final int APPROVED = 0;

    private static final int APPRAISED = 1;
    private static final int DRAFTED = 3;

    /** A report that was sound but for one seeded fault, and where the fault must be found. */
    record Seeded(Kind kind, int row, int column, ReportContent report, String value) {
        @Override
        public String toString() {
            return kind + " in row " + row;
        }
    }

    private SeededRows() {}

    static Stream<Seeded> all() {
        Act decision = SampleReports.row(0, APPROVED).decision();
        Act regulation = SampleReports.row(0, APPROVED).regulation();
        LocalDate signed = java.util.Objects.requireNonNull(decision.date());
        ReportRow sample = SampleReports.row(0, APPROVED);
        return Stream.of(
                row(Kind.NAME_MISSING, APPROVED, 2, "", row -> Rows.who(row, " ", row.owner(), row.operator())),
                row(Kind.OWNER_MISSING, APPROVED, 3, "", row -> Rows.who(row, row.name(), "", row.operator())),
                row(Kind.OPERATOR_MISSING, APPROVED, 4, "", row -> Rows.who(row, row.name(), row.owner(), "")),
                row(Kind.LEVEL_MISSING, APPROVED, 5, "Đã được phê duyệt", row -> Rows.level(row, null)),
                row(Kind.LEVEL_UNKNOWN, APPROVED, 5, "6", row -> Rows.level(row, 6)),
                row(Kind.APPROVAL_STATUS_MISSING, DRAFTED, 6, "", row -> Rows.approval(row, "")),
                row(
                        Kind.APPROVAL_STATUS_NOT_VERBATIM,
                        APPROVED,
                        6,
                        "Đã phê duyệt",
                        row -> Rows.approval(row, "Đã phê duyệt")),
                row(
                        Kind.DECISION_NUMBER_MISSING,
                        APPROVED,
                        7,
                        "",
                        row -> Rows.acts(row, new Act("", signed, "A"), regulation)),
                row(
                        Kind.DECISION_DATE_MISSING,
                        APPROVED,
                        7,
                        "",
                        row -> Rows.acts(row, new Act("1", null, "A"), regulation)),
                row(
                        Kind.DECISION_ISSUER_MISSING,
                        APPROVED,
                        7,
                        "",
                        row -> Rows.acts(row, new Act("1", signed, ""), regulation)),
                row(
                        Kind.DECISION_WITHOUT_APPROVAL,
                        APPRAISED,
                        7,
                        "1200/QĐ-UBND, 03/09/2026",
                        row -> Rows.acts(row, decision, Act.NONE)),
                row(
                        Kind.DECISION_AFTER_WINDOW,
                        APPROVED,
                        7,
                        "15/12/2026",
                        row -> Rows.acts(row, new Act("1", LATER, "A"), regulation)),
                row(
                        Kind.REGULATION_NUMBER_MISSING,
                        APPROVED,
                        8,
                        "",
                        row -> Rows.acts(row, decision, new Act("", signed, "A"))),
                row(
                        Kind.REGULATION_DATE_MISSING,
                        APPROVED,
                        8,
                        "",
                        row -> Rows.acts(row, decision, new Act("7", null, "A"))),
                row(
                        Kind.REGULATION_ISSUER_MISSING,
                        APPROVED,
                        8,
                        "",
                        row -> Rows.acts(row, decision, new Act("7", signed, ""))),
                row(
                        Kind.REGULATION_AFTER_DECISION,
                        APPROVED,
                        8,
                        "04/09/2026 03/09/2026",
                        row -> Rows.acts(row, decision, new Act("7", signed.plusDays(1), "A"))),
                row(
                        Kind.REGULATION_AFTER_WINDOW,
                        APPRAISED,
                        8,
                        "15/12/2026",
                        row -> Rows.acts(row, Act.NONE, new Act("7", LATER, "A"))),
                row(
                        Kind.PLANNED_APPROVAL_MISSING,
                        APPRAISED,
                        9,
                        "",
                        row -> Rows.planned(row, null, row.plannedDeployment())),
                row(
                        Kind.PLANNED_APPROVAL_PAST,
                        APPRAISED,
                        9,
                        "14/12/2026",
                        row -> Rows.planned(row, SampleReports.LAST, row.plannedDeployment())),
                row(
                        Kind.PLANNED_APPROVAL_SUPERFLUOUS,
                        APPROVED,
                        9,
                        "15/12/2026",
                        row -> Rows.planned(row, LATER, null)),
                row(Kind.DEPLOYMENT_STATUS_MISSING, APPROVED, 10, "", row -> Rows.deployment(row, "")),
                row(
                        Kind.DEPLOYMENT_STATUS_NOT_VERBATIM,
                        APPROVED,
                        10,
                        "đã triển khai đầy đủ",
                        row -> Rows.deployment(row, "đã triển khai đầy đủ")),
                row(
                        Kind.DEPLOYED_WITHOUT_APPROVAL,
                        APPRAISED,
                        10,
                        "Đã triển khai đầy đủ",
                        row -> Rows.deployment(row, sample.deploymentStatus())),
                row(
                        Kind.PLANNED_DEPLOYMENT_MISSING,
                        APPRAISED,
                        11,
                        "",
                        row -> Rows.planned(row, row.plannedApproval(), null)),
                row(
                        Kind.PLANNED_DEPLOYMENT_PAST,
                        APPRAISED,
                        11,
                        "01/01/2026",
                        row -> Rows.planned(row, row.plannedApproval(), LocalDate.of(2026, 1, 1))),
                row(
                        Kind.PLANNED_DEPLOYMENT_SUPERFLUOUS,
                        APPROVED,
                        11,
                        "15/12/2026",
                        row -> Rows.planned(row, null, LATER)),
                row(
                        Kind.PLANNED_DEPLOYMENT_BEFORE_APPROVAL,
                        APPRAISED,
                        11,
                        "30/03/2027",
                        row -> Rows.planned(row, row.plannedApproval(), LocalDate.of(2027, 3, 30))),
                row(
                        Kind.ASSESSMENT_STATUS_NOT_VERBATIM,
                        APPROVED,
                        12,
                        "hằng năm",
                        row -> Rows.assessed(row, "hằng năm")),
                row(
                        Kind.ASSESSMENT_STATUS_REPEATED,
                        APPROVED,
                        12,
                        "Định kỳ",
                        row -> Rows.assessed(row, "Định kỳ", "Định kỳ")),
                row(Kind.ASSESSED_BEFORE_APPRAISAL, DRAFTED, 12, "Đang dự thảo", row -> Rows.assessed(row, "Định kỳ")),
                row(
                        Kind.SYSTEM_UNKNOWN,
                        APPROVED,
                        2,
                        "Hệ thống",
                        row -> Rows.system(row, UUID.fromString("00000000-0000-0009-0000-000000000009"))),
                row(Kind.SYSTEM_OF_ANOTHER_UNIT, APPROVED, 2, "số 1", row -> Rows.system(row, SampleReports.id(1, 0))),
                row(
                        Kind.NAME_DIFFERS,
                        APPROVED,
                        2,
                        "Tên khác",
                        row -> Rows.who(row, "Tên khác", row.owner(), row.operator())),
                row(
                        Kind.OWNER_DIFFERS,
                        APPROVED,
                        3,
                        "Chủ khác",
                        row -> Rows.who(row, row.name(), "Chủ khác", row.operator())),
                row(
                        Kind.OPERATOR_DIFFERS,
                        APPROVED,
                        4,
                        "Đơn vị khác",
                        row -> Rows.who(row, row.name(), row.owner(), "Đơn vị khác")),
                row(Kind.LEVEL_DIFFERS, APPROVED, 5, "2 1", row -> Rows.level(row, 2)),
                row(
                        Kind.APPROVAL_STATUS_DIFFERS,
                        DRAFTED,
                        6,
                        "Đang dự thảo",
                        row -> Rows.approval(row, "Đã gửi thẩm định")),
                row(
                        Kind.DECISION_DATE_DIFFERS,
                        APPROVED,
                        7,
                        "02/09/2026 03/09/2026",
                        row -> Rows.acts(row, new Act("1", signed.minusDays(1), "A"), regulation)),
                row(Kind.SYSTEM_REPEATED, APPRAISED, 2, "0.1", row -> Rows.system(row, SampleReports.id(0, 0))),
                row(
                        Kind.NAME_REPEATED,
                        APPRAISED,
                        2,
                        "0.0",
                        row -> Rows.who(row, sample.name(), row.owner(), row.operator())),
                row(
                        Kind.DECISION_NUMBER_REPEATED,
                        4,
                        7,
                        "1200/QĐ-UBND 03/09/2026 04/09/2026",
                        row -> Rows.acts(
                                row, new Act(decision.number(), signed.plusDays(1), decision.issuer()), regulation)));
    }

    private static Seeded row(Kind kind, int row, int column, String value, UnaryOperator<ReportRow> change) {
        return seeded(kind, row + 1, column, value, SampleReports.with(SOUND, row, change));
    }

    static Seeded seeded(Kind kind, int row, int column, String value, ReportContent report) {
        return new Seeded(kind, row, column, report, value);
    }
}
