package vn.chieng.api.spreadsheets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Cuts a CSV file: UTF-8 with or without mark; semicolons, commas or tabs; any line ends. */
final class CsvReader {
    private final SheetLimits limits;

    CsvReader(SheetLimits limits) {
        this.limits = limits;
    }

    SheetReading read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException _) {
            return SheetReader.refused(Reason.FILE_NOT_UTF8);
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

    /** Whichever the header line has most of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char most = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private SheetReading cut(CSVParser parser) {
        SheetBuilder sheet = new SheetBuilder(limits);
        Iterator<CSVRecord> records = parser.iterator();
        boolean readOn = true;
        while (readOn) {
            // the number of line ends before a record is that of the lines before it
            int line = (int) parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    break;
                }
                List<String> cells =
                        records.next().stream().map(CellText::unguarded).toList();
                readOn = sheet.row(line, cells);
            } catch (UncheckedIOException | IllegalStateException _) {
                sheet.issue(SheetIssue.of(line, "", Reason.QUOTE_OPEN));
                readOn = false;
            }
        }
        return sheet.finished();
    }
}
