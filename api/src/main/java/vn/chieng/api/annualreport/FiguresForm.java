package vn.chieng.api.annualreport;

import org.jspecify.annotations.Nullable;

/** The figures of a unit as typed; what is not typed is none. */
record FiguresForm(
        @Nullable Integer total,
        @Nullable Integer classified,
        @Nullable Integer written,
        @Nullable Integer appraised,
        @Nullable Integer approved,
        @Nullable Integer approvedAssessed,
        @Nullable String finish) {

    static FiguresForm of(UnitPart part) {
        Counts counts = part.counts();
        return new FiguresForm(
                counts.total(),
                counts.classified(),
                counts.written(),
                counts.appraised(),
                counts.approved(),
                counts.approvedAssessed(),
                Typed.shown(part.plannedFinish()));
    }

    Counts counts() {
        return new Counts(
                figure(total),
                figure(classified),
                figure(written),
                figure(appraised),
                figure(approved),
                figure(approvedAssessed));
    }

    boolean finishUnreadable() {
        return Typed.given(finish) && Typed.day(finish).isEmpty();
    }

    private static int figure(@Nullable Integer typed) {
        return typed == null ? 0 : Math.clamp(typed, 0, UnitPart.MAX_ROWS);
    }
}
