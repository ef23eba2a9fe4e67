package vn.chieng.api.spreadsheets;

import java.util.List;
import java.util.Locale;

/**
 * Something in a file that cannot be taken; its words are the bundle key {@code spreadsheets.issue.<code>}.
 *
 * @param row as the office program numbers it; 0 for the file as a whole
 * @param column its name, or its letter where it has none; empty for a row as a whole
 * @param arguments what the words name
 */
public record SheetIssue(int row, String column, Reason reason, List<String> arguments) {

    public SheetIssue {
        arguments = List.copyOf(arguments);
    }

    static SheetIssue of(int row, String column, Reason reason, String... arguments) {
        return new SheetIssue(row, column, reason, List.of(arguments));
    }

    static SheetIssue ofFile(Reason reason, String... arguments) {
        return of(0, "", reason, arguments);
    }

    /** The kinds of mistakes. */
    public enum Reason {
        FILE_EMPTY,
        FILE_TOO_LARGE,
        FILE_UNPACKS_TOO_LARGE,
        FILE_DAMAGED,
        FILE_OLD_OR_LOCKED,
        FILE_NOT_UTF8,
        COLUMN_UNNAMED,
        COLUMN_TWICE,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        CELLS_MISCOUNTED,
        CELL_TOO_LONG,
        QUOTE_OPEN,
        FORMULA_WITHOUT_VALUE,
        CELL_IN_ERROR,
        NUMBER_UNREADABLE,
        TOO_MANY_ISSUES;

        /** As in bundle keys: {@code cell-too-long}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
