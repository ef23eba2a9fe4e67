package vn.chieng.api.compression;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** An answer that decides with its first bytes whether it goes out compressed; its length is told only where it does not. */
final class CompressibleAnswer extends HttpServletResponseWrapper {
    private static final int UNKNOWN = -1;
    /** What is dense already, or sent bit by bit, is not among them. */
    private static final Set<String> TEXTS = Set.of(
            "text/html",
            "text/css",
            "text/javascript",
            "application/javascript",
            "application/json",
            "application/problem+json",
            "image/svg+xml");

    private @Nullable AnswerStream stream;
    private @Nullable PrintWriter writer;
    private long length = UNKNOWN;
    private final BooleanSupplier async;
    private volatile boolean leftToAnother;

    /** @param async whether another thread writes what follows */
    CompressibleAnswer(HttpServletResponse response, BooleanSupplier async) {
        super(response);
        this.async = async;
    }

    /** From now on another thread writes, and nobody says when it ends. */
    void leaveToAnother() {
        leftToAnother = true;
    }

    /** Whether every byte goes out as it comes. */
    boolean isSentAsItComes() {
        return leftToAnother || async.getAsBoolean();
    }

    /** Sends what was held back and ends the compression; to be called once, where nothing failed. */
    void finish() throws IOException {
        if (stream == null) {
            return;
        }
        stream.expectEnd();
        if (writer != null) {
            writer.flush();
        }
        stream.finish();
    }

    /** Whether what follows is to be compressed; the headers say so from then on. */
    boolean beginCompressed() {
        if (isSentAsItComes() || isCommitted() || !isText() || containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            return false;
        }
        setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String tag = getHeader(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith("W/")) {
            setHeader(HttpHeaders.ETAG, "W/" + tag);
        }
        return true;
    }

    /** Tells the length that was held back. */
    void tellLength() {
        if (length != UNKNOWN) {
            super.setContentLengthLong(length);
        }
    }

    private boolean isText() {
        int status = getStatus();
        String type = getContentType();
        if (type == null || status == SC_NO_CONTENT || status == SC_NOT_MODIFIED || status == SC_PARTIAL_CONTENT) {
            return false;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            return TEXTS.contains(media.getType() + "/" + media.getSubtype());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new AnswerStream(this, super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
        length = UNKNOWN;
        writer = null;
        stream = null;
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private void forget() {
        if (stream != null) {
            stream.forget();
        }
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value != null && HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }
}
