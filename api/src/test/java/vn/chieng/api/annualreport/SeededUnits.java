package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chieng.api.annualreport.Inconsistency.Kind;

/** Sound reports, each with one fault of a unit or of the whole, and where it must be found. */
final class SeededUnits {
    private static final ReportContent SOUND = SeededRows.SOUND;

    private SeededUnits() {}

    static Stream<SeededRows.Seeded> all() {
        Counts counts = SOUND.units().getFirst().part().counts();
        return Stream.of(
                unit(Kind.TOTAL_DIFFERS, "9 8", new Counts(9, 8, 6, 4, 2, 2)),
                unit(Kind.CLASSIFIED_DIFFERS, "7 8", new Counts(8, 7, 6, 4, 2, 2)),
                unit(Kind.WRITTEN_DIFFERS, "8 6", new Counts(8, 8, 8, 4, 2, 2)),
                unit(Kind.APPRAISED_DIFFERS, "5 4", new Counts(8, 8, 6, 5, 2, 2)),
                unit(Kind.APPROVED_DIFFERS, "3 2", new Counts(8, 8, 6, 4, 3, 2)),
                unit(Kind.APPROVED_ASSESSED_DIFFERS, "1 2", new Counts(8, 8, 6, 4, 2, 1)),
                SeededRows.seeded(Kind.FINISH_MISSING, 0, 0, "6", finish(counts, null)),
                SeededRows.seeded(Kind.FINISH_PAST, 0, 0, "14/12/2026", finish(counts, SampleReports.LAST)),
                SeededRows.seeded(
                        Kind.FINISH_BEFORE_A_ROW,
                        0,
                        0,
                        "01/03/2027 31/03/2027",
                        finish(counts, LocalDate.of(2027, 3, 1))),
                SeededRows.seeded(
                        Kind.UNIT_NOT_APPROVED,
                        0,
                        0,
                        "",
                        SampleReports.with(
                                SOUND,
                                unit -> new ReportContent.Unit(
                                        unit.organizationId(), unit.name(), false, null, unit.part()))),
                SeededRows.seeded(
                        Kind.SYSTEM_LEFT_OUT, 0, 2, "0.7", SampleReports.with(SOUND, SeededUnits::withoutTheLast)),
                SeededRows.seeded(
                        Kind.UNIT_MISSING,
                        0,
                        2,
                        "0.0",
                        new ReportContent(
                                2026,
                                SOUND.first(),
                                SOUND.last(),
                                SOUND.sections(),
                                SOUND.units().subList(1, 3),
                                null)),
                SeededRows.seeded(
                        Kind.SECTION_EMPTY,
                        0,
                        0,
                        "report-section-12",
                        new ReportContent(
                                2026, SOUND.first(), SOUND.last(), without("report-section-12"), SOUND.units(), null)));
    }

    private static Map<String, String> without(String section) {
        return SOUND.sections().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(section))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ReportContent.Unit withoutTheLast(ReportContent.Unit unit) {
        List<ReportRow> rows = new ArrayList<>(unit.part().rows());
        rows.removeLast();
        return new ReportContent.Unit(
                unit.organizationId(),
                unit.name(),
                true,
                null,
                new UnitPart(unit.part().counts(), unit.part().plannedFinish(), rows));
    }

    private static ReportContent finish(Counts counts, @org.jspecify.annotations.Nullable LocalDate finish) {
        return SampleReports.with(
                SOUND,
                unit -> new ReportContent.Unit(
                        unit.organizationId(),
                        unit.name(),
                        true,
                        null,
                        unit.part().with(counts, finish)));
    }

    private static SeededRows.Seeded unit(Kind kind, String value, Counts counts) {
        return SeededRows.seeded(kind, 0, 0, value, finish(counts, LocalDate.of(2027, 6, 30)));
    }
}
