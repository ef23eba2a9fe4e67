package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.chieng.api.forms.SampleForms;
import vn.chieng.law.pack.RuleText;

/** Hand-made reports without any inconsistency, and the systems they are about. */
final class SampleReports {
    static final LocalDate FIRST = LocalDate.of(2025, 12, 15);
    static final LocalDate LAST = LocalDate.of(2026, 12, 14);
    static final StatusWords WORDS = StatusWords.of(SampleForms.PACK);
    private static final String OWNER = "Ủy ban nhân dân tỉnh Giả Định";

    private SampleReports() {}

    /** So many units with so many systems each; of every four systems one is approved, one appraised, one drafted, one sent. */
    static ReportContent report(int units, int rows) {
        return new ReportContent(
                2026,
                FIRST,
                LAST,
                sections(),
                IntStream.range(0, units).mapToObj(unit -> unit(unit, rows)).toList(),
                null);
    }

    static Map<String, String> sections() {
        return SampleForms.PACK.reporting().sections().stream()
                .collect(Collectors.toMap(RuleText::id, section -> "Kết quả thực hiện trong kỳ báo cáo. ".repeat(6)));
    }

    private static ReportContent.Unit unit(int unit, int rows) {
        List<ReportRow> all =
                IntStream.range(0, rows).mapToObj(row -> row(unit, row)).toList();
        return new ReportContent.Unit(
                "org-" + unit,
                "Đơn vị thử nghiệm số " + unit,
                true,
                null,
                new UnitPart(Counts.of(all, WORDS), LocalDate.of(2027, 6, 30), all));
    }

    static ReportRow row(int unit, int row) {
        boolean approved = row % 4 == 0;
        return new ReportRow(
                id(unit, row),
                "Hệ thống thử nghiệm " + unit + "." + row,
                OWNER,
                "Đơn vị thử nghiệm số " + unit,
                1 + row % 3,
                WORDS.approval().get(3 - row % 4).label().vi(),
                approved ? new Act("12" + unit + row + "/QĐ-UBND", LocalDate.of(2026, 9, 3), OWNER) : Act.NONE,
                approved ? new Act("7/QC", LocalDate.of(2026, 8, 20), "Đơn vị thử nghiệm số " + unit) : Act.NONE,
                approved ? null : LocalDate.of(2027, 3, 31),
                WORDS.deployment().get(approved ? 2 : row % 2).label().vi(),
                approved ? null : LocalDate.of(2027, 6, 30),
                approved ? List.of(WORDS.assessment().get(1).label().vi()) : List.of());
    }

    static UUID id(int unit, int row) {
        return new UUID(unit, row);
    }

    static List<ReportedSystem> systems(ReportContent report) {
        List<ReportedSystem> all = new ArrayList<>();
        for (ReportContent.Unit unit : report.units()) {
            for (ReportRow row : unit.part().rows()) {
                all.add(new ReportedSystem(
                        java.util.Objects.requireNonNull(row.systemId()),
                        unit.organizationId(),
                        row.name(),
                        row.owner(),
                        row.operator(),
                        row.level(),
                        WORDS.approval().stream()
                                .filter(word -> word.label().vi().equals(row.approvalStatus()))
                                .findFirst()
                                .orElseThrow()
                                .key(),
                        row.decision().date()));
            }
        }
        return all;
    }

    /** The report with one row of the first unit changed. */
    static ReportContent with(ReportContent report, int row, UnaryOperator<ReportRow> change) {
        return with(
                report,
                unit -> new ReportContent.Unit(
                        unit.organizationId(),
                        unit.name(),
                        unit.approved(),
                        unit.late(),
                        unit.part().with(row, change.apply(unit.part().rows().get(row)))));
    }

    /** The report with its first unit changed. */
    static ReportContent with(ReportContent report, UnaryOperator<ReportContent.Unit> change) {
        List<ReportContent.Unit> units = new ArrayList<>(report.units());
        units.set(0, change.apply(units.getFirst()));
        return new ReportContent(report.year(), report.first(), report.last(), report.sections(), units, report.late());
    }
}
