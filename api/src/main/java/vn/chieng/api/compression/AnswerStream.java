package vn.chieng.api.compression;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Holds the first bytes back until they are worth compressing or the answer ends. */
final class AnswerStream extends ServletOutputStream {
    /** Less does not get smaller by enough to be worth the work. */
    static final int WORTH = 1024;

    private static final int BUFFER = 4096;

    private final CompressibleAnswer answer;
    private final ServletOutputStream wire;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(WORTH);
    private Stage stage = Stage.HOLDING;
    private boolean endIsNear;
    private OutputStream out = held;

    private enum Stage {
        HOLDING,
        PLAIN,
        COMPRESSED,
        ENDED
    }

    AnswerStream(CompressibleAnswer answer, ServletOutputStream wire) {
        this.answer = answer;
        this.wire = wire;
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (stage == Stage.HOLDING && (held.size() + count > WORTH || answer.isSentAsItComes())) {
            decide();
        }
        send(() -> out.write(bytes, from, count));
    }

    @Override
    public void flush() throws IOException {
        if (stage == Stage.HOLDING) {
            if (endIsNear) {
                return;
            }
            decide();
        }
        send(out::flush);
    }

    /** Only what a writer still holds is to come, so that a flush need not decide for more. */
    void expectEnd() {
        endIsNear = true;
    }

    /** The servlet's own end; what it leaves open is ended when the request is. */
    @Override
    public void close() throws IOException {
        finish();
    }

    void finish() throws IOException {
        switch (stage) {
            case HOLDING -> {
                if (held.size() > 0) {
                    plain();
                    send(() -> held.writeTo(wire));
                }
            }
            case COMPRESSED -> send(out::close);
            case PLAIN, ENDED -> {}
        }
        stage = Stage.ENDED;
    }

    /** Forgets what was held back; what went out cannot be called back. */
    void forget() {
        held.reset();
    }

    private void decide() throws IOException {
        if (answer.beginCompressed()) {
            stage = Stage.COMPRESSED;
            send(() -> out = new GZIPOutputStream(new OpenWire(), BUFFER, true));
        } else {
            plain();
        }
        send(() -> held.writeTo(out));
    }

    private void plain() {
        answer.tellLength();
        stage = Stage.PLAIN;
        out = wire;
    }

    /** After a failure the compression must not be asked to end: it would fail in another way. */
    private void send(Sending sending) throws IOException {
        if (stage == Stage.ENDED) {
            throw new IOException("the answer has ended");
        }
        try {
            sending.run();
        } catch (IOException e) {
            stage = Stage.ENDED;
            throw e;
        }
    }

    private interface Sending {
        void run() throws IOException;
    }

    /** The end of the compression is not the end of the answer, which the server ends itself. */
    private final class OpenWire extends OutputStream {
        @Override
        public void write(int each) throws IOException {
            wire.write(each);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            wire.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            wire.flush();
        }
    }

    @Override
    public boolean isReady() {
        return wire.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        wire.setWriteListener(listener);
    }
}
