package vn.chieng.api.indicators.imports;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, of which none grows without end: what is beyond the limit of a line is left out. */
final class BoundedLines {
    static final int LONGEST = 8_192;

    private final Reader reader;
    private boolean afterReturn;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end; null where there is none. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                return line.toString();
            }
            any = true;
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
        }
        return any ? line.toString() : null;
    }
}
