package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is safe on the disk, in order, from one sequence on; for one thread. */
public final class SpoolReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolReader.class);

    private final Segments segments;
    private final Runnable spoilt;
    private long wanted;
    private @Nullable Segment segment;
    private @Nullable FileChannel channel;
    private @Nullable EntryInput input;
    private long position;

    SpoolReader(Segments segments, long from, Runnable spoilt) {
        this.segments = segments;
        this.wanted = from;
        this.spoilt = spoilt;
    }

    /** The next sequence that {@link #next} will look for. */
    public long wanted() {
        return wanted;
    }

    /** The next frame, or null where none is safe on the disk yet. */
    public @Nullable SpooledFrame next() throws IOException {
        while (true) {
            Segment current = segment;
            EntryInput from = input;
            if (current == null || from == null) {
                if (!open(segments.holding(wanted))) {
                    return null;
                }
                continue;
            }
            boolean sealed = current.sealed();
            long limit = current.durableBytes();
            if (position >= limit) {
                Segment following = sealed ? segments.after(current) : null;
                if (following == null || !open(following)) {
                    return null;
                }
                continue;
            }
            ByteBuffer payload = from.payloadAt(position, limit);
            if (payload == null) {
                skipSpoilt(current, from, limit);
                continue;
            }
            position += payload.remaining() + EntryFormat.HEADER_BYTES;
            if (EntryFormat.sequence(payload) >= wanted) {
                SpooledFrame frame = EntryFormat.read(payload);
                wanted = frame.sequence() + 1;
                return frame;
            }
        }
    }

    private void skipSpoilt(Segment current, EntryInput from, long limit) throws IOException {
        long next = from.nextEntry(position + 1, limit);
        spoilt.run();
        LOG.atError()
                .addKeyValue("file.path", current.path)
                .addKeyValue("chieng.spool.position", position)
                .addKeyValue("event.sequence", wanted)
                .log("spool entry is spoilt, going on behind it");
        position = next < 0 ? limit : next;
    }

    private boolean open(@Nullable Segment next) throws IOException {
        if (next == null) {
            return false;
        }
        close();
        FileChannel opened = FileChannel.open(next.path, StandardOpenOption.READ);
        channel = opened;
        input = new EntryInput(opened);
        segment = next;
        position = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
