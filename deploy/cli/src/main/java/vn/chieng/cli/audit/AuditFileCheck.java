package vn.chieng.cli.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Verifies an exported audit file from its bytes alone, a line at a time. */
public final class AuditFileCheck {
    /** How such a file begins. */
    private static final byte[] BEGINNING = "{\"chieng-audit\":1,\"from\":\"".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_DIFFERENCES = 3;
    private static final int BUFFER = 1 << 16;

    private AuditFileCheck() {}

    /**
     * Verifies a file.
     *
     * @param trusted the keys to believe; null for those that the file itself names
     */
    public static Verdict check(InputStream file, @Nullable KeyRing trusted) throws IOException {
        var in = new BufferedInputStream(file, BUFFER);
        in.mark(BUFFER);
        byte[] start = in.readNBytes(BEGINNING.length);
        if (!resembles(start)) {
            return new Verdict.Foreign();
        }
        in.reset();
        return new FileWalk(new LineReader(in), trusted).verdict();
    }

    /** A file whose first bytes were tampered with is a broken audit file, and no foreign one. */
    private static boolean resembles(byte[] start) {
        int differences = BEGINNING.length - start.length;
        for (int i = 0; i < start.length; i++) {
            differences += start[i] == BEGINNING[i] ? 0 : 1;
        }
        boolean cutShort = start.length > 0 && start.length == BEGINNING.length - differences;
        return differences <= MOST_DIFFERENCES || cutShort;
    }
}
