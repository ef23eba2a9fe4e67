package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every entry once at the start: cuts a torn tail off, and finds where the sequence goes on. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final NavigableMap<Long, Segment> segments;
    private final long shippedBefore;
    private final Consumer<SpooledFrame> visitor;
    private long nextSequence;
    private long unshippedBytes;
    private long spoiltPlaces;
    private long tornBytes;

    /**
     * What the files hold.
     *
     * @param tornBytes bytes of an entry that was being written when the process died
     * @param spoiltPlaces places that cannot be read although entries follow
     */
    record Found(long nextSequence, long unshippedBytes, long tornBytes, long spoiltPlaces) {}

    private Recovery(NavigableMap<Long, Segment> segments, long shippedBefore, Consumer<SpooledFrame> visitor) {
        this.segments = segments;
        this.shippedBefore = shippedBefore;
        this.visitor = visitor;
        this.nextSequence = shippedBefore;
    }

    static Found run(NavigableMap<Long, Segment> segments, long shippedBefore, Consumer<SpooledFrame> visitor)
            throws IOException {
        Recovery recovery = new Recovery(segments, shippedBefore, visitor);
        for (Segment segment : segments.values()) {
            recovery.scan(segment);
        }
        return new Found(recovery.nextSequence, recovery.unshippedBytes, recovery.tornBytes, recovery.spoiltPlaces);
    }

    private void scan(Segment segment) throws IOException {
        boolean last = segments.lastEntry().getValue() == segment;
        try (FileChannel channel = FileChannel.open(segment.path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            EntryInput input = new EntryInput(channel);
            long position = 0;
            long lastReceived = 0;
            while (position < size) {
                ByteBuffer payload = input.payloadAt(position, size);
                if (payload != null) {
                    SpooledFrame frame = EntryFormat.read(payload);
                    seen(frame);
                    lastReceived = frame.frame().received().toEpochMilli();
                    position += frame.size();
                    continue;
                }
                long next = input.nextEntry(position + 1, size);
                if (next < 0 && last) {
                    channel.truncate(position);
                    channel.force(true);
                    tornBytes += size - position;
                    LOG.atWarn()
                            .addKeyValue("file.path", segment.path)
                            .addKeyValue("chieng.spool.torn_bytes", size - position)
                            .log("unfinished end of the spool cut off");
                    size = position;
                } else {
                    spoilt(segment, position, next);
                    position = next < 0 ? size : next;
                }
            }
            segment.durable(size, lastReceived);
        }
    }

    private void seen(SpooledFrame frame) {
        nextSequence = Math.max(nextSequence, frame.sequence() + 1);
        if (frame.sequence() >= shippedBefore) {
            unshippedBytes += frame.size();
        }
        visitor.accept(frame);
    }

    private void spoilt(Segment segment, long position, long next) {
        spoiltPlaces++;
        LOG.atError()
                .addKeyValue("file.path", segment.path)
                .addKeyValue("chieng.spool.position", position)
                .addKeyValue("chieng.spool.next_position", next)
                .log("spool entry is spoilt, the readable rest is kept");
    }
}
