package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads entries of one segment through a sliding window. */
final class EntryInput {
    private static final int WINDOW = 256 << 10;

    private final FileChannel channel;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    EntryInput(FileChannel channel) {
        this.channel = channel;
    }

    /** The payload of the entry that begins here and ends before the limit, or null where none does. */
    @Nullable
    ByteBuffer payloadAt(long position, long limit) throws IOException {
        if (position + EntryFormat.HEADER_BYTES > limit || !load(position, EntryFormat.HEADER_BYTES, limit)) {
            return null;
        }
        int at = (int) (position - windowStart);
        int length = window.getInt(at + 4);
        if (window.getInt(at) != EntryFormat.MARKER
                || length < Long.BYTES
                || length > SpoolLimits.MAX_ENTRY
                || position + EntryFormat.HEADER_BYTES + length > limit
                || !load(position, EntryFormat.HEADER_BYTES + length, limit)) {
            return null;
        }
        at = (int) (position - windowStart);
        CRC32C crc = new CRC32C();
        crc.update(window.array(), at + EntryFormat.HEADER_BYTES, length);
        return (int) crc.getValue() == window.getInt(at + 8)
                ? window.duplicate()
                        .position(at + EntryFormat.HEADER_BYTES)
                        .limit(at + EntryFormat.HEADER_BYTES + length)
                : null;
    }

    /** Where the next whole entry begins after a spoilt place, or -1. */
    long nextEntry(long from, long limit) throws IOException {
        for (long position = from; position + EntryFormat.HEADER_BYTES <= limit; position++) {
            if (payloadAt(position, limit) != null) {
                return position;
            }
        }
        return -1;
    }

    private boolean load(long position, int length, long limit) throws IOException {
        if (position >= windowStart && position + length <= windowStart + window.limit()) {
            return true;
        }
        if (window.capacity() < length || (window.capacity() > WINDOW && length <= WINDOW)) {
            window = ByteBuffer.allocate(Math.max(WINDOW, length));
        }
        window.clear().limit((int) Math.min(window.capacity(), limit - position));
        windowStart = position;
        while (window.hasRemaining()) {
            if (channel.read(window, position + window.position()) < 0) {
                break;
            }
        }
        window.flip();
        return window.limit() >= length;
    }
}
