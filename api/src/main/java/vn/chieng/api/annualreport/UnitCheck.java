package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.FormWords;

/** Checks the figures and the finish that a unit states against its rows. */
final class UnitCheck {
    private final StatusWords words;
    private final LocalDate last;

    UnitCheck(StatusWords words, LocalDate lastDayOfWindow) {
        this.words = words;
        this.last = lastDayOfWindow;
    }

    void check(ReportContent.Unit unit, Findings found) {
        UnitPart part = unit.part();
        found.addIf(!unit.approved(), Kind.UNIT_NOT_APPROVED, 0);
        Counts counted = Counts.of(part.rows(), words);
        compare(Kind.TOTAL_DIFFERS, Counts::total, part.counts(), counted, found);
        compare(Kind.CLASSIFIED_DIFFERS, Counts::classified, part.counts(), counted, found);
        compare(Kind.WRITTEN_DIFFERS, Counts::written, part.counts(), counted, found);
        compare(Kind.APPRAISED_DIFFERS, Counts::appraised, part.counts(), counted, found);
        compare(Kind.APPROVED_DIFFERS, Counts::approved, part.counts(), counted, found);
        compare(Kind.APPROVED_ASSESSED_DIFFERS, Counts::approvedAssessed, part.counts(), counted, found);
        finish(part, counted, found);
    }

    private static void compare(
            Kind kind, ToIntFunction<Counts> figure, Counts stated, Counts counted, Findings found) {
        int says = figure.applyAsInt(stated);
        int is = figure.applyAsInt(counted);
        found.addIf(says != is, kind, 0, says, is);
    }

    private void finish(UnitPart part, Counts counted, Findings found) {
        LocalDate finish = part.plannedFinish();
        boolean open = counted.approved() < counted.total();
        if (finish == null) {
            found.addIf(open, Kind.FINISH_MISSING, 0, counted.total() - counted.approved());
            return;
        }
        found.addIf(open && !finish.isAfter(last), Kind.FINISH_PAST, 0, FormWords.day(finish), FormWords.day(last));
        part.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.plannedApproval()))
                .max(LocalDate::compareTo)
                .filter(finish::isBefore)
                .ifPresent(
                        latest -> found.add(Kind.FINISH_BEFORE_A_ROW, 0, FormWords.day(finish), FormWords.day(latest)));
    }
}
