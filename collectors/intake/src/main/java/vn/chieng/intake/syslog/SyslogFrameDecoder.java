package vn.chieng.intake.syslog;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import vn.chieng.intake.frame.Fault;

/**
 * Cuts syslog frames as of RFC 6587, each by octet count or by its end (LF, CR LF or NUL), whichever it begins like.
 *
 * <p>"Digits, space, &lt;" is an octet count. "Digits, space" without "&lt;" is one too, unless the frame is too long or
 * holds a line end: then it is a line that happens to begin with a number.
 */
final class SyslogFrameDecoder extends ByteToMessageDecoder {
    /** Longest octet count read as such. */
    private static final int MAX_COUNT_DIGITS = 9;

    private static final int UNDECIDED = -1;
    private static final int NO_COUNT = 0;

    private final int maxFrame;
    private final int maxSkipped;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private State state = State.BEGIN;
    /** Octets of the present over-long frame that are still to come, or length so far of an over-long line. */
    private long over;

    private long announced;
    private int searched;

    private enum State {
        BEGIN,
        LINE,
        OVERLONG_LINE,
        OVERLONG_COUNTED
    }

    /**
     * @param maxFrame longer frames are cut to this
     * @param maxSkipped a longer octet count ends the connection, since the stream cannot be trusted any more
     */
    SyslogFrameDecoder(int maxFrame, int maxSkipped) {
        this.maxFrame = maxFrame;
        this.maxSkipped = maxSkipped;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        switch (state) {
            case BEGIN -> begin(in, out);
            case LINE -> line(in, out);
            case OVERLONG_LINE -> overlongLine(in, out);
            case OVERLONG_COUNTED -> overlongCounted(in, out);
        }
    }

    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        while (in.isReadable()) {
            int before = in.readableBytes();
            int cut = out.size();
            decode(context, in, out);
            if (in.readableBytes() == before && out.size() == cut && state != State.LINE) {
                break;
            }
            if (state == State.LINE && in.readableBytes() == before && out.size() == cut) {
                out.add(new CutFrame(ByteBufUtil.getBytes(in.readSlice(in.readableBytes())), null));
                state = State.BEGIN;
            }
        }
        if (state == State.OVERLONG_LINE || state == State.OVERLONG_COUNTED) {
            emitTooLong(out, state == State.OVERLONG_LINE ? over : announced);
        } else if (in.isReadable()) {
            byte[] rest = ByteBufUtil.getBytes(in.readSlice(in.readableBytes()));
            out.add(new CutFrame(
                    rest,
                    new Fault(Fault.FRAME_INCOMPLETE, "the connection ended before the octets it had announced")));
        }
    }

    private void begin(ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int digits = 0;
        while (digits < in.readableBytes() && digits <= MAX_COUNT_DIGITS && isDigit(in.getByte(start + digits))) {
            digits++;
        }
        boolean begunLikeCount = digits > 0 && digits <= MAX_COUNT_DIGITS && in.getByte(start) != '0';
        if (!begunLikeCount) {
            state = State.LINE;
            line(in, out);
            return;
        }
        if (digits == in.readableBytes()) {
            return;
        }
        int body = digits + 1;
        int count = in.getByte(start + digits) == ' ' ? count(in, digits) : NO_COUNT;
        if (count != NO_COUNT) {
            count = confirmed(in, body, count);
        }
        if (count == NO_COUNT) {
            state = State.LINE;
            line(in, out);
        } else if (count != UNDECIDED) {
            counted(in, out, body, count);
        }
    }

    private static int count(ByteBuf in, int digits) {
        int count = 0;
        for (int index = 0; index < digits; index++) {
            count = count * 10 + (in.getByte(in.readerIndex() + index) - '0');
        }
        return count;
    }

    /** The count if it is one, {@link #NO_COUNT} if this is a line, {@link #UNDECIDED} while bytes are missing. */
    private int confirmed(ByteBuf in, int body, int count) {
        int available = in.readableBytes() - body;
        if (available <= 0) {
            return UNDECIDED;
        }
        int first = in.readerIndex() + body;
        if (in.getByte(first) == '<') {
            return count;
        }
        if (count > maxFrame) {
            return NO_COUNT;
        }
        int lineEnd = in.indexOf(first, first + Math.min(available, count - 1), (byte) '\n');
        if (lineEnd >= 0) {
            return NO_COUNT;
        }
        return available >= count ? count : UNDECIDED;
    }

    private void counted(ByteBuf in, List<Object> out, int body, int count) {
        if (count > maxFrame) {
            if (count > maxSkipped) {
                in.skipBytes(in.readableBytes());
                throw new TooLongFrameException("octet count " + count + " is over " + maxSkipped);
            }
            in.skipBytes(body);
            announced = count;
            over = count;
            state = State.OVERLONG_COUNTED;
            overlongCounted(in, out);
        } else if (in.readableBytes() - body >= count) {
            in.skipBytes(body);
            out.add(new CutFrame(ByteBufUtil.getBytes(in.readSlice(count)), null));
        }
    }

    private void line(ByteBuf in, List<Object> out) {
        int end = in.forEachByte(
                in.readerIndex() + searched, in.readableBytes() - searched, value -> value != '\n' && value != 0);
        int length = (end < 0 ? in.writerIndex() : end) - in.readerIndex();
        boolean carriageReturn = length > 0 && in.getByte(in.readerIndex() + length - 1) == '\r';
        if (length > maxFrame + 1 || (end >= 0 && length - (carriageReturn ? 1 : 0) > maxFrame)) {
            searched = 0;
            over = 0;
            state = State.OVERLONG_LINE;
            overlongLine(in, out);
        } else if (end < 0) {
            searched = in.readableBytes();
        } else {
            searched = 0;
            state = State.BEGIN;
            byte[] line = ByteBufUtil.getBytes(in, in.readerIndex(), length - (carriageReturn ? 1 : 0));
            in.skipBytes(length + 1);
            out.add(new CutFrame(line, null));
        }
    }

    private void overlongLine(ByteBuf in, List<Object> out) {
        int end = in.forEachByte(value -> value != '\n' && value != 0);
        int length = (end < 0 ? in.writerIndex() : end) - in.readerIndex();
        keep(in.readSlice(length));
        over += length;
        if (end >= 0) {
            in.skipBytes(1);
            emitTooLong(out, over);
        }
    }

    private void overlongCounted(ByteBuf in, List<Object> out) {
        int length = (int) Math.min(over, in.readableBytes());
        keep(in.readSlice(length));
        over -= length;
        if (over == 0) {
            emitTooLong(out, announced);
        }
    }

    private void keep(ByteBuf part) {
        byte[] bytes =
                ByteBufUtil.getBytes(part, part.readerIndex(), Math.min(part.readableBytes(), maxFrame - kept.size()));
        kept.write(bytes, 0, bytes.length);
    }

    private void emitTooLong(List<Object> out, long length) {
        out.add(new CutFrame(
                kept.toByteArray(),
                new Fault(
                        Fault.FRAME_TOO_LONG,
                        "the frame has " + length + " bytes, only the first " + maxFrame + " are kept")));
        kept.reset();
        state = State.BEGIN;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
