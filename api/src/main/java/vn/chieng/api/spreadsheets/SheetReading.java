package vn.chieng.api.spreadsheets;

import java.util.List;

/** What became of a file: its table, or everything that is wrong with it. */
public sealed interface SheetReading {

    /** All of it could be read. */
    record Accepted(Sheet sheet) implements SheetReading {}

    /** Nothing of it is taken. */
    record Refused(List<SheetIssue> issues) implements SheetReading {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
