package vn.chieng.api.spreadsheets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Takes rows of cells as they are read, whichever kind of file they are in, and keeps to the limits. */
final class SheetBuilder {
    private final SheetLimits limits;
    private final List<String> columns = new ArrayList<>();
    private final List<Sheet.Row> rows = new ArrayList<>();
    private final List<SheetIssue> issues = new ArrayList<>();
    private int headerRow;

    SheetBuilder(SheetLimits limits) {
        this.limits = limits;
    }

    /** Takes the next row; false when there is no use in reading on. */
    boolean row(int number, List<String> raw) {
        List<String> cells = raw.stream().map(CellText::cleaned).toList();
        if (cells.stream().allMatch(String::isEmpty)) {
            return true;
        }
        if (columns.isEmpty()) {
            return header(number, cells);
        }
        if (rows.size() >= limits.rows()) {
            issues.add(SheetIssue.of(number, "", Reason.TOO_MANY_ROWS, String.valueOf(limits.rows())));
            return false;
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= columns.size()) {
                issue(SheetIssue.of(
                        number, CellText.letters(i), Reason.CELLS_MISCOUNTED, String.valueOf(columns.size())));
                break;
            }
            if (cell.length() > limits.cellLength()) {
                issue(SheetIssue.of(number, columns.get(i), Reason.CELL_TOO_LONG, String.valueOf(limits.cellLength())));
            }
            named.put(columns.get(i), cell);
        }
        rows.add(new Sheet.Row(number, named));
        return readsOn(number);
    }

    private boolean header(int number, List<String> cells) {
        int used = cells.size();
        while (used > 0 && cells.get(used - 1).isEmpty()) {
            used--;
        }
        if (used > limits.columns()) {
            issues.add(SheetIssue.of(number, "", Reason.TOO_MANY_COLUMNS, String.valueOf(limits.columns())));
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < used; i++) {
            String name = CellText.columnName(cells.get(i));
            if (name.isEmpty()) {
                issue(SheetIssue.of(number, CellText.letters(i), Reason.COLUMN_UNNAMED));
            } else if (!seen.add(name)) {
                issue(SheetIssue.of(number, CellText.letters(i), Reason.COLUMN_TWICE, name));
            }
            columns.add(name);
        }
        headerRow = number;
        return issues.isEmpty();
    }

    void issue(SheetIssue issue) {
        issues.add(issue);
    }

    /** A mistake in a cell, named by the column's name where it has one. */
    void issue(int row, int column, Reason reason, String... arguments) {
        String name = column < columns.size() ? columns.get(column) : CellText.letters(column);
        issue(SheetIssue.of(row, name, reason, arguments));
    }

    private boolean readsOn(int number) {
        if (issues.size() < SheetLimits.MOST_ISSUES) {
            return true;
        }
        issues.add(SheetIssue.of(number, "", Reason.TOO_MANY_ISSUES, String.valueOf(SheetLimits.MOST_ISSUES)));
        return false;
    }

    int widest() {
        return limits.columns();
    }

    SheetReading finished() {
        if (!issues.isEmpty()) {
            return new SheetReading.Refused(issues);
        }
        return columns.isEmpty()
                ? new SheetReading.Refused(List.of(SheetIssue.ofFile(Reason.FILE_EMPTY)))
                : new SheetReading.Accepted(new Sheet(headerRow, columns, rows));
    }
}
