package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the spool in order; only the commit thread writes. */
final class Segments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

    private final Path directory;
    private final SpoolLimits limits;
    private final Clock clock;
    private final ConcurrentSkipListMap<Long, Segment> byFirstSequence;
    private @Nullable FileChannel channel;

    Segments(Path directory, SpoolLimits limits, Clock clock, ConcurrentSkipListMap<Long, Segment> found) {
        this.directory = directory;
        this.limits = limits;
        this.clock = clock;
        this.byFirstSequence = found;
        found.values().forEach(Segment::seal);
    }

    /** The segment that holds this sequence, or else the first one after it. */
    @Nullable
    Segment holding(long sequence) {
        var entry = byFirstSequence.floorEntry(sequence);
        entry = entry != null ? entry : byFirstSequence.firstEntry();
        return entry == null ? null : entry.getValue();
    }

    /** The segment after this one. */
    @Nullable
    Segment after(Segment segment) {
        var entry = byFirstSequence.higherEntry(segment.firstSequence);
        return entry == null ? null : entry.getValue();
    }

    /** Writes entries behind the last one and returns when they are on the disk; after a failure nothing of them is. */
    void append(ByteBuffer entries, long firstSequence) throws IOException {
        Segment segment = current(firstSequence);
        FileChannel file = channel(segment);
        long start = segment.durableBytes();
        try {
            long position = start;
            while (entries.hasRemaining()) {
                position += file.write(entries, position);
            }
            file.force(false);
            segment.durable(position, clock.millis());
        } catch (IOException e) {
            file.truncate(start);
            throw e;
        }
    }

    private Segment current(long firstSequence) throws IOException {
        var last = byFirstSequence.lastEntry();
        if (last != null && !last.getValue().sealed() && last.getValue().durableBytes() < limits.segmentSize()) {
            return last.getValue();
        }
        Path path = directory.resolve(Segment.fileName(firstSequence));
        closeChannel();
        channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        SmallFile.forceDirectory(directory);
        Segment fresh = new Segment(path, firstSequence);
        byFirstSequence.put(firstSequence, fresh);
        if (last != null) {
            last.getValue().seal();
        }
        return fresh;
    }

    private FileChannel channel(Segment segment) throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(segment.path, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /** Deletes shipped files that are too old or too many, or all of them when the disk is full. The last file stays. */
    void dropShipped(long shippedBefore, boolean diskFull) {
        long retained = 0;
        long tooOld = clock.millis() - limits.retainedAge().toMillis();
        for (Segment segment :
                byFirstSequence.headMap(shippedBefore, true).descendingMap().values()) {
            Segment next = after(segment);
            if (next == null || next.firstSequence > shippedBefore) {
                continue;
            }
            retained += segment.durableBytes();
            if (diskFull || segment.lastReceivedMillis() < tooOld || retained > limits.retainedBytes()) {
                delete(segment);
            }
        }
    }

    private void delete(Segment segment) {
        try {
            Files.deleteIfExists(segment.path);
            byFirstSequence.remove(segment.firstSequence);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("file.path", segment.path)
                    .addKeyValue("error.message", e.toString())
                    .log("a shipped spool segment cannot be deleted");
        }
    }

    /** Bytes of all files. */
    long bytes() {
        return byFirstSequence.values().stream()
                .mapToLong(Segment::durableBytes)
                .sum();
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeChannel();
    }
}
