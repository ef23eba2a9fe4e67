package vn.chieng.api.organizations.transfer;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chieng.api.organizations.RegisterProblem;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.spreadsheets.CsvText;

/** Cuts a CSV file into rows, text composed and formula guards taken off; a row that cannot be cut leaves the others. */
final class CsvReader {
    /** More rows are refused, since a change of the register keeps all others waiting. */
    static final int MOST_ROWS = 5_000;

    CsvTable read(byte[] content) {
        try (CSVParser parser = CsvText.open(content)) {
            return cut(parser);
        } catch (CharacterCodingException e) {
            return CsvTable.unreadable(0, RegisterProblem.of("", Reason.FILE_NOT_UTF8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string is always readable
        }
    }

    private static CsvTable cut(CSVParser parser) {
        List<CsvTable.Row> rows = new ArrayList<>();
        List<CsvTable.Uncut> uncut = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Iterator<CSVRecord> records = parser.iterator();
        while (true) {
            // the number of line ends before a record is that of the lines before it
            int line = (int) parser.getCurrentLineNumber() + 1;
            CSVRecord record;
            try {
                if (!records.hasNext()) {
                    break;
                }
                record = records.next();
            } catch (UncheckedIOException | IllegalStateException e) {
                uncut.add(new CsvTable.Uncut(line, RegisterProblem.of("", Reason.QUOTE_OPEN)));
                break;
            }
            if (record.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                columns.addAll(record.stream().map(CsvReader::column).toList());
                List<RegisterProblem> problems = problems(columns);
                if (!problems.isEmpty()) {
                    return new CsvTable(
                            Set.of(),
                            List.of(),
                            problems.stream()
                                    .map(problem -> new CsvTable.Uncut(line, problem))
                                    .toList());
                }
            } else if (rows.size() + uncut.size() >= MOST_ROWS) {
                return CsvTable.unreadable(
                        line, RegisterProblem.of("", Reason.TOO_MANY_ROWS, String.valueOf(MOST_ROWS)));
            } else {
                take(line, record, columns, rows, uncut);
            }
        }
        if (columns.isEmpty() && uncut.isEmpty()) {
            return CsvTable.unreadable(0, RegisterProblem.of("", Reason.FILE_EMPTY));
        }
        return new CsvTable(new LinkedHashSet<>(columns), rows, uncut);
    }

    private static void take(
            int line, CSVRecord record, List<String> columns, List<CsvTable.Row> rows, List<CsvTable.Uncut> uncut) {
        if (record.size() != columns.size()) {
            uncut.add(new CsvTable.Uncut(
                    line,
                    RegisterProblem.of(
                            "",
                            Reason.CELLS_MISCOUNTED,
                            String.valueOf(record.size()),
                            String.valueOf(columns.size()))));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), Typed.text(CsvText.unguarded(record.get(i))));
        }
        rows.add(new CsvTable.Row(line, cells));
    }

    private static List<RegisterProblem> problems(List<String> columns) {
        List<RegisterProblem> problems = new ArrayList<>();
        boolean contacts = columns.contains(ContactCells.ORGANIZATION);
        Set<String> known = contacts ? ContactCells.READ : OrganizationCells.READ;
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                problems.add(RegisterProblem.of(column, Reason.COLUMN_TWICE, column));
            } else if (!known.contains(column)) {
                problems.add(RegisterProblem.of(column, Reason.COLUMN_UNKNOWN, column));
            }
        }
        for (String key : contacts ? ContactCells.KEYS : OrganizationCells.KEYS) {
            if (!seen.contains(key)) {
                problems.add(RegisterProblem.of(key, Reason.COLUMN_MISSING, key));
            }
        }
        return problems;
    }

    private static String column(String header) {
        return Typed.text(header).toLowerCase(Locale.ROOT);
    }
}
