package vn.chieng.api.organizations.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.RegisterProblem;

/** A CSV file cut into rows by the names of its columns, and the lines that could not be cut. */
record CsvTable(Set<String> columns, List<Row> rows, List<Uncut> uncut) {

    /** One row; {@code line} is where it begins in the file. */
    record Row(int line, Map<String, String> cells) {
        Row {
            cells = Map.copyOf(cells);
        }

        /** The cell; null where the file has no such column, so that nothing is said about it. */
        @Nullable
        String cell(String column) {
            return cells.get(column);
        }

        /** The cell, or nothing. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** A line that could not be read; 0 stands for the whole file. */
    record Uncut(int line, RegisterProblem problem) {}

    CsvTable {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
        uncut = List.copyOf(uncut);
    }

    /** A file of which nothing can be used. */
    static CsvTable unreadable(int line, RegisterProblem problem) {
        return new CsvTable(Set.of(), List.of(), List.of(new Uncut(line, problem)));
    }

    /** Which of the two kinds of files it is. */
    ImportJob.Content content() {
        return columns.contains(ContactCells.ORGANIZATION)
                ? ImportJob.Content.CONTACTS
                : ImportJob.Content.ORGANIZATIONS;
    }
}
