package vn.chieng.api.spreadsheets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The text of a CSV file (RFC 4180): UTF-8 with or without mark; semicolons, commas or tabs; any line ends. */
public final class CsvText {
    private static final char[] DELIMITERS = {',', '\t'};
    private static final char USUAL_DELIMITER = ';';

    private CsvText() {}

    /**
     * The records of the file.
     *
     * @throws CharacterCodingException where the bytes are not UTF-8
     */
    public static CSVParser open(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(unmarked))
                .setIgnoreEmptyLines(false)
                .get();
        try {
            return CSVParser.builder()
                    .setReader(new StringReader(unmarked))
                    .setFormat(format)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("a string is always readable", e);
        }
    }

    /** The text of a cell without the guard that an export put before whatever an office program would take for a formula. */
    public static String unguarded(String cell) {
        return CellText.unguarded(cell);
    }

    /** Whichever the header line has most of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char most = USUAL_DELIMITER;
        for (char candidate : DELIMITERS) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }
}
