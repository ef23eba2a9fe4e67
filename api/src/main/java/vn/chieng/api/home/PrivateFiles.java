package vn.chieng.api.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Component;

/** Files below the home folder that only their owner may read. */
@Component
public final class PrivateFiles {
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

    /** Deletes the file, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }
}
