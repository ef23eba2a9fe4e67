package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit reports: its figures as it states them, and a row for each system.
 *
 * @param plannedFinish when all its systems will be approved
 */
public record UnitPart(Counts counts, @Nullable LocalDate plannedFinish, List<ReportRow> rows) {
    /** More systems than any unit runs. */
    public static final int MAX_ROWS = 1000;

    public UnitPart {
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("rows: " + rows.size() + ", at most " + MAX_ROWS);
        }
        rows = List.copyOf(rows);
    }

    UnitPart with(int index, ReportRow row) {
        List<ReportRow> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return new UnitPart(counts, plannedFinish, changed);
    }

    UnitPart with(Counts other, @Nullable LocalDate finish) {
        return new UnitPart(other, finish, rows);
    }
}
