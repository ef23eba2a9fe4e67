package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.intake.frame.Frame;

/** Accepted frames on disk until Kafka has them. A frame is accepted when its fsync is done. */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** What the spool says to those who bring frames. */
    public enum Level {
        FLOWING,
        ABOVE_HIGH_MARK
    }

    private final String intakeId;
    private final FileChannel lockFile;
    private final Segments segments;
    private final Watermark watermark;
    private final GroupCommit commit;
    private final SmallFile checkpoint;
    private final AtomicLong spoiltPlaces = new AtomicLong();
    private volatile long shippedBefore;
    private long writtenCheckpoint;

    private Spool(
            String intakeId,
            FileChannel lockFile,
            Segments segments,
            SpoolLimits limits,
            SmallFile checkpoint,
            long shippedBefore,
            Recovery.Found found) {
        this.intakeId = intakeId;
        this.lockFile = lockFile;
        this.segments = segments;
        this.checkpoint = checkpoint;
        this.shippedBefore = shippedBefore;
        this.writtenCheckpoint = shippedBefore;
        this.watermark = new Watermark(limits, found.unshippedBytes());
        this.spoiltPlaces.set(found.spoiltPlaces());
        this.commit = new GroupCommit(
                segments,
                limits,
                watermark,
                found.nextSequence(),
                () -> segments.dropShipped(this.shippedBefore, true));
    }

    /**
     * Opens the spool of this directory, or makes one.
     *
     * @param newIntakeId asked for an id when the spool is made
     * @param retained told of every frame found, in order
     */
    public static Spool open(
            Path directory,
            SpoolLimits limits,
            Clock clock,
            Supplier<String> newIntakeId,
            Consumer<SpooledFrame> retained)
            throws IOException {
        Files.createDirectories(directory);
        FileChannel lockFile = lock(directory);
        String intakeId = intakeId(new SmallFile(directory.resolve("intake-id")), newIntakeId);
        ConcurrentSkipListMap<Long, Segment> found = new ConcurrentSkipListMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .map(Segment::of)
                    .forEach(segment -> found.put(segment.firstSequence, segment));
        }
        SmallFile checkpoint = new SmallFile(directory.resolve("checkpoint"));
        long shippedBefore = shippedBefore(checkpoint);
        Recovery.Found state = Recovery.run(found, shippedBefore, retained);
        LOG.atInfo()
                .addKeyValue("chieng.intake.id", intakeId)
                .addKeyValue("file.path", directory)
                .addKeyValue("chieng.spool.next_sequence", state.nextSequence())
                .addKeyValue("chieng.spool.shipped_before", shippedBefore)
                .log("spool opened");
        return new Spool(
                intakeId,
                lockFile,
                new Segments(directory, limits, clock, found),
                limits,
                checkpoint,
                shippedBefore,
                state);
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("the spool " + directory + " is in use by another process");
        }
        return channel;
    }

    private static String intakeId(SmallFile file, Supplier<String> newIntakeId) throws IOException {
        var existing = file.read();
        if (existing.isPresent()) {
            return existing.get();
        }
        String id = newIntakeId.get();
        file.write(id);
        return id;
    }

    private static long shippedBefore(SmallFile checkpoint) throws IOException {
        try {
            return checkpoint.read().map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException e) {
            LOG.atError()
                    .addKeyValue("file.path", checkpoint.path())
                    .log("checkpoint is spoilt, shipping all frames again");
            return 0;
        }
    }

    /** Random, made together with the spool; part of every event's id. */
    public String intakeId() {
        return intakeId;
    }

    /** Hands a frame over; the level says whether its sender should pause. */
    public Level append(Frame frame) {
        return append(frame, null);
    }

    /** Hands a frame over; the action runs on the spool's own thread once the frame is accepted. */
    public Level append(Frame frame, @Nullable Runnable whenAccepted) {
        commit.append(frame, whenAccepted);
        return level();
    }

    public Level level() {
        return watermark.above() ? Level.ABOVE_HIGH_MARK : Level.FLOWING;
    }

    /** Runs the action once senders may go on; at once if they may. It must not wait. */
    public void onceDrained(Runnable action) {
        watermark.onceDrained(action);
    }

    /** False while the disk refuses to be written. */
    public boolean writable() {
        return !watermark.failing();
    }

    /** Reads from the first frame that Kafka is not known to have. */
    public SpoolReader reader() {
        return new SpoolReader(segments, shippedBefore, spoiltPlaces::incrementAndGet);
    }

    /** Waits until the frame with this sequence can be read, or the time is over. */
    public boolean awaitReadable(long sequence, long millis) throws InterruptedException {
        return commit.awaitDurable(sequence, millis);
    }

    /** Kafka has everything before this sequence; these bytes of it are new. */
    public void shipped(long before, long bytes) {
        shippedBefore = before;
        watermark.shipped(bytes);
    }

    /** Makes the position of {@link #shipped} outlive the process, and deletes what is no longer needed. */
    public synchronized void checkpoint() throws IOException {
        long before = shippedBefore;
        if (before != writtenCheckpoint) {
            checkpoint.write(Long.toString(before));
            writtenCheckpoint = before;
        }
        segments.dropShipped(before, false);
    }

    /** Frames accepted and not yet shipped. */
    public long lag() {
        return commit.durableBefore() - shippedBefore;
    }

    /** Bytes accepted and not yet shipped. */
    public long unshippedBytes() {
        return watermark.unshippedBytes();
    }

    /** Bytes on disk, shipped ones included. */
    public long bytes() {
        return segments.bytes();
    }

    /** Places that could not be read back. */
    public long spoiltPlaces() {
        return spoiltPlaces.get();
    }

    @Override
    public void close() throws IOException {
        commit.close();
        try {
            checkpoint();
        } finally {
            segments.close();
            lockFile.close();
        }
    }
}
