package vn.chieng.api.spreadsheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table read from a file: the first row that is not blank names the columns, in lower case; blank rows are left out.
 *
 * @param headerRow where the names of the columns stand
 */
public record Sheet(int headerRow, List<String> columns, List<Row> rows) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row below the header.
     *
     * @param number as the office program numbers it
     * @param cells texts by the name of their column; blank cells are absent
     */
    public record Row(int number, Map<String, String> cells) {
        public Row {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        /** The text, empty where the cell is blank or there is no such column. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Whether the file has the column. */
    public boolean has(String column) {
        return columns.contains(column);
    }
}
