package vn.chieng.api.spreadsheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Cuts a CSV file into the rows of a sheet. */
final class CsvReader {
    private final SheetLimits limits;

    CsvReader(SheetLimits limits) {
        this.limits = limits;
    }

    SheetReading read(byte[] content) {
        try (CSVParser parser = CsvText.open(content)) {
            return cut(parser);
        } catch (CharacterCodingException _) {
            return SheetReader.refused(Reason.FILE_NOT_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string is always readable
        }
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
                        records.next().stream().map(CsvText::unguarded).toList();
                readOn = sheet.row(line, cells);
            } catch (UncheckedIOException | IllegalStateException _) {
                sheet.issue(SheetIssue.of(line, "", Reason.QUOTE_OPEN));
                readOn = false;
            }
        }
        return sheet.finished();
    }
}
