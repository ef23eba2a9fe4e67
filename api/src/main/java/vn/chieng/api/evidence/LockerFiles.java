package vn.chieng.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The bytes of the locker below one folder: written beside, hashed on the way, and moved into place as a whole. */
final class LockerFiles {
    private static final int BUFFER = 64 * 1024;
    private static final String DRAFT = ".part";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final long mostBytes;

    /** Writes something to a stream. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What was written. */
    record Written(long bytes, String sha256) {}

    LockerFiles(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** Streams the content to disk; empty, and nothing left behind, where it is larger than allowed. */
    Optional<Written> write(UUID id, InputStream content) throws IOException {
        return write(id, out -> {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        });
    }

    Optional<Written> write(UUID id, Content content) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = folder.resolve(id + DRAFT);
        try {
            Written written = draft(draft, content);
            Files.move(draft, path(id), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(written);
        } catch (TooLargeException _) {
            return Optional.empty();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Written draft(Path draft, Content content) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream file = Channels.newOutputStream(channel);
                Bounded out = new Bounded(new DigestOutputStream(file, digest), mostBytes)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
            return new Written(out.bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** The hash that the file has now; empty where it is gone. */
    Optional<String> hash(UUID id) throws IOException {
        if (!Files.isRegularFile(path(id))) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path(id)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Deletes drafts that a process left when it was killed; those of today may still grow. */
    void sweep(Clock clock) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> drafts =
                    entries.filter(path -> path.toString().endsWith(DRAFT)).toList();
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft)
                        .toInstant()
                        .isBefore(clock.instant().minus(ABANDONED))) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Leaves this class never. */
    private static final class TooLargeException extends IOException {}

    /** Counts what passes and refuses to pass more than allowed. */
    private static final class Bounded extends OutputStream {
        private final OutputStream out;
        private final long most;
        private long bytes;

        Bounded(OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            bytes += length;
            if (bytes > most) {
                throw new TooLargeException();
            }
            out.write(from, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
