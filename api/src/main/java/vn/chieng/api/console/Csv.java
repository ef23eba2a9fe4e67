package vn.chieng.api.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a CSV file for office programs: UTF-8 with byte order mark, semicolons, no cell that such a program would take for a formula. */
public final class Csv {
    /** The content type of such a file. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** An office program takes 32,767 characters; written out, one may need nine. */
    private static final int LONGEST_CELL = 16_000;

    private static final Shown SHOWN = new Shown();

    private final Writer out;
    private final char separator;

    /** Begins the file with its mark and the names of its columns. */
    public Csv(OutputStream to, String... columns) throws IOException {
        this(to, ';', columns);
    }

    /** The same with another separator: what office programs expect differs by country. */
    public Csv(OutputStream to, char separator, String... columns) throws IOException {
        this.separator = separator;
        out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        line((Object[]) columns);
    }

    /** Adds a line; what is null is an empty cell. */
    public void line(@Nullable Object... cells) throws IOException {
        out.write(Arrays.stream(cells)
                .map(each -> cell(each, separator))
                .collect(Collectors.joining(String.valueOf(separator), "", "\r\n")));
    }

    /** Adds a line with text of unknown hands: what would hide or reorder is written out, what no office program takes is cut. */
    public void untrusted(@Nullable Object... cells) throws IOException {
        line(Arrays.stream(cells).map(Csv::harmless).toArray());
    }

    private static String harmless(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        if (text.length() > LONGEST_CELL) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
            text = text.substring(0, end) + "…";
        }
        return SHOWN.text(text);
    }

    /** Hands on what has not been written yet; the stream stays open. */
    public void flush() throws IOException {
        out.flush();
    }

    static String cell(@Nullable Object value) {
        return cell(value, ';');
    }

    private static String cell(@Nullable Object value, char separator) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(each -> each == separator || each == '"' || each == '\n' || each == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
