package vn.chieng.intake.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A request's body as it came in pieces; read as often as needed, decompressed while it is read. */
final class Body {
    private static final int GZIP_BUFFER = 8 << 10;

    private final List<byte[]> pieces = new ArrayList<>();
    private final boolean gzip;
    private long size;

    Body(boolean gzip) {
        this.gzip = gzip;
    }

    void add(byte[] piece) {
        pieces.add(piece);
        size += piece.length;
    }

    /** Bytes as they were sent. */
    long size() {
        return size;
    }

    InputStream open() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        pieces.forEach(piece -> streams.add(new ByteArrayInputStream(piece)));
        InputStream sent = new SequenceInputStream(Collections.enumeration(streams));
        return gzip && size > 0 ? new GZIPInputStream(sent, GZIP_BUFFER) : sent;
    }
}
