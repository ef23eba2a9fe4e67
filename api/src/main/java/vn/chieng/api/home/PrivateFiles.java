package vn.chieng.api.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files below the home folder that only their owner may read. */
@Component
public final class PrivateFiles {
    private static final int BUFFER = 64 * 1024;

    private final Path home;

    PrivateFiles(ApiSettings settings) {
        home = settings.home().toAbsolutePath().normalize();
    }

    /** Where the file of this name is or would be. */
    public Path path(String name) {
        return home.resolve(name);
    }

    /** Writes the file as a whole with mode 0600; whoever reads it sees the old or the new content. */
    public void write(String name, String content) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(String, String)}, for bytes. */
    public void write(String name, byte[] content) throws IOException {
        Path file = path(name);
        Path folder = file.resolveSibling(".");
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                folder,
                ".draft",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What was taken. */
    public record Taken(long bytes, String sha256) {}

    /** Streams what comes into a new file; empty where nothing comes or more than allowed, and nothing is kept then. */
    public Optional<Taken> take(Path file, InputStream content, long mostBytes) throws IOException {
        Files.createDirectories(
                file.resolveSibling("."),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest = sha256();
        long bytes = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    break;
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes == 0 || bytes > mostBytes) {
            Files.delete(file);
            return Optional.empty();
        }
        return Optional.of(new Taken(bytes, HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** Deletes the file, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }
}
