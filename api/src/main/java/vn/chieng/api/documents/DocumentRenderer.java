package vn.chieng.api.documents;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes a file of a document; may be used by many threads. Seconds may pass: whoever calls decides on which thread.
 * The same document gives the same bytes.
 */
public interface DocumentRenderer {

    /** What it makes. */
    DocumentFormat format();

    /** Writes the file; {@link #render} also bounds and measures it. */
    void write(Document document, OutputStream out) throws IOException;

    /** Writes the file, which is refused past {@link Limits#FILE_BYTES}, and leaves the stream open. */
    default RenderedFile render(Document document, OutputStream out) throws IOException {
        MeasuredOutput measured = new MeasuredOutput(out, Limits.FILE_BYTES);
        write(document, measured);
        measured.flush();
        return measured.measure();
    }
}
