package vn.chieng.intake.spool;

import java.nio.file.Path;

/** One file of the spool; its name is the sequence of its first entry. Written by one thread, read by another. */
final class Segment {
    static final String SUFFIX = ".spool";

    final Path path;
    final long firstSequence;
    /** Bytes that are safe on disk; a reader goes no further. */
    private volatile long durableBytes;

    private volatile boolean sealed;
    private volatile long lastReceivedMillis;

    Segment(Path path, long firstSequence) {
        this.path = path;
        this.firstSequence = firstSequence;
    }

    static String fileName(long firstSequence) {
        return "%020d%s".formatted(firstSequence, SUFFIX);
    }

    static Segment of(Path path) {
        String name = path.getFileName().toString();
        return new Segment(path, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
    }

    long durableBytes() {
        return durableBytes;
    }

    void durable(long bytes, long receivedMillis) {
        lastReceivedMillis = Math.max(lastReceivedMillis, receivedMillis);
        durableBytes = bytes;
    }

    long lastReceivedMillis() {
        return lastReceivedMillis;
    }

    boolean sealed() {
        return sealed;
    }

    /** Says that no entry follows in this file. */
    void seal() {
        sealed = true;
    }
}
