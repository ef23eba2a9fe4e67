package vn.chieng.api.organizations.transfer;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chieng.api.organizations.RegisterProblem;
import vn.chieng.api.organizations.Typed;

/** Cuts a CSV file into rows: UTF-8 with or without mark, semicolons or commas, any line ends, text composed, formula guards taken off. */
final class CsvReader {
    /** More rows are refused, since a change of the register keeps all others waiting. */
    static final int MOST_ROWS = 5_000;

    private static final String GUARD = "'";
    private static final String GUARDED = "=+-@\t\r'";

    CsvTable read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return CsvTable.unreadable(0, RegisterProblem.of("", Reason.FILE_NOT_UTF8));
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(unmarked))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(unmarked))
                .setFormat(format)
                .get()) {
            return cut(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string is always readable
        }
    }

    /** Whichever the header line has more of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        long semicolons = header.chars().filter(each -> each == ';').count();
        long commas = header.chars().filter(each -> each == ',').count();
        return commas > semicolons ? ',' : ';';
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
            cells.put(columns.get(i), cell(record.get(i)));
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

    /** Takes off the guard that the export puts before whatever an office program would take for a formula. */
    private static String cell(String raw) {
        boolean guarded = raw.length() > 1 && raw.startsWith(GUARD) && GUARDED.indexOf(raw.charAt(1)) >= 0;
        return Typed.text(guarded ? raw.substring(1) : raw);
    }
}
