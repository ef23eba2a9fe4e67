package vn.chieng.api.documents;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what passes, and refuses to pass more than a limit; closing it leaves the stream behind it open. */
final class MeasuredOutput extends FilterOutputStream {
    private final MessageDigest digest = Document.sha256();
    private final long limit;
    private long bytes;

    MeasuredOutput(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (bytes + length > limit) {
            throw new IOException("the file grows past " + limit + " bytes");
        }
        bytes += length;
        digest.update(from, offset, length);
        out.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    RenderedFile measure() {
        return new RenderedFile(bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
