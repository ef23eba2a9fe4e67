package vn.chieng.cli.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of bounded length and remembers whether the last one was whole. */
final class LineReader {
    /** An entry has at most 64 KiB. */
    static final int LONGEST = 1 << 18;

    private final InputStream in;

    /** One line without its end. */
    record Line(String latin, boolean whole) {}

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line with each byte as one character, or null at the end of the file. What is too long is cut and not whole; its rest follows.
     */
    @Nullable
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        while (bytes.size() < LONGEST) {
            int each = in.read();
            if (each < 0) {
                return bytes.size() == 0 ? null : line(bytes, false);
            }
            if (each == '\n') {
                return line(bytes, true);
            }
            bytes.write(each);
        }
        return line(bytes, false);
    }

    private static Line line(ByteArrayOutputStream bytes, boolean whole) {
        return new Line(bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1), whole);
    }
}
