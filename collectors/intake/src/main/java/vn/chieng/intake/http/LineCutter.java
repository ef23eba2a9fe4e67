package vn.chieng.intake.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Cuts a body into lines without ever holding more than one. */
final class LineCutter {
    private static final int BUFFER = 16 << 10;

    private final InputStream in;
    private final @Nullable MessageDigest digest;
    private final int maxLine;
    private final long maxTotal;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long total;

    /** @param length of the whole line, even where only its beginning is kept */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never changed and never compared
    record Line(byte[] bytes, long length) {
        boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The body grows over the limit while it is decompressed. */
    static final class BodyTooLargeException extends IOException {
        BodyTooLargeException(long limit) {
            super("the body has more than " + limit + " bytes when decompressed");
        }
    }

    LineCutter(InputStream in, @Nullable MessageDigest digest, int maxLine, long maxTotal) {
        this.in = in;
        this.digest = digest;
        this.maxLine = maxLine;
        this.maxTotal = maxTotal;
    }

    /** The next line without its end, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        line.reset();
        long length = 0;
        while (true) {
            if (position == filled && !fill()) {
                return length == 0 ? null : finished(length);
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, Math.min(end - position, maxLine + 1 - line.size()));
            length += end - position;
            boolean ended = end < filled;
            position = ended ? end + 1 : end;
            if (ended) {
                return finished(length);
            }
        }
    }

    private Line finished(long length) {
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = length == bytes.length && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        long trimmed = carriageReturn ? length - 1 : length;
        return new Line(java.util.Arrays.copyOf(bytes, (int) Math.min(trimmed, maxLine)), trimmed);
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        position = 0;
        total += filled;
        if (total > maxTotal) {
            throw new BodyTooLargeException(maxTotal);
        }
        if (digest != null) {
            digest.update(buffer, 0, filled);
        }
        return filled > 0;
    }
}
