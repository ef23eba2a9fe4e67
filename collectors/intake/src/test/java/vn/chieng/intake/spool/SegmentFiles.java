package vn.chieng.intake.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a spool, as they lie on the disk. */
record SegmentFiles(Path directory) {
    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    void removeOthers(Path kept) throws IOException {
        for (Path segment : segments()) {
            if (!segment.equals(kept)) {
                Files.delete(segment);
            }
        }
    }

    static int entrySize(byte[] bytes, int start) {
        return EntryFormat.HEADER_BYTES + java.nio.ByteBuffer.wrap(bytes).getInt(start + 4);
    }

    static int entriesWithin(byte[] whole, int length) {
        int entries = 0;
        for (int end = entrySize(whole, 0); end <= length; end += entrySize(whole, end)) {
            entries++;
            if (end == whole.length) {
                break;
            }
        }
        return entries;
    }
}
