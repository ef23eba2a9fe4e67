package vn.chieng.api.annualreport;

import java.util.ArrayList;
import java.util.List;
import vn.chieng.api.annualreport.Inconsistency.Kind;

/** Collects what does not fit at one place. */
final class Findings {
    private final List<Inconsistency> all;
    private final String unit;
    private final int row;

    private Findings(List<Inconsistency> all, String unit, int row) {
        this.all = all;
        this.unit = unit;
        this.row = row;
    }

    static Findings ofReport() {
        return new Findings(new ArrayList<>(), "", 0);
    }

    Findings unit(String organizationId) {
        return new Findings(all, organizationId, 0);
    }

    Findings row(int number) {
        return new Findings(all, unit, number);
    }

    void add(Kind kind, int column, Object... values) {
        all.add(new Inconsistency(
                kind,
                unit,
                row,
                column,
                java.util.Arrays.stream(values).map(Object::toString).toList()));
    }

    void addIf(boolean wrong, Kind kind, int column, Object... values) {
        if (wrong) {
            add(kind, column, values);
        }
    }

    List<Inconsistency> all() {
        return List.copyOf(all);
    }
}
