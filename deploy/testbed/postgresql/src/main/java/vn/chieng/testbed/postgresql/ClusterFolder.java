package vn.chieng.testbed.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of one database cluster; a cluster whose first start was cut short is made anew. */
record ClusterFolder(Path folder, String password) {

    private static final int PASSWORD_BYTES = 24;

    static ClusterFolder prepare(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve("complete"))) {
            delete(absolute.resolve("cluster"));
            writePassword(absolute.resolve("password"));
        }
        return new ClusterFolder(
                absolute, Files.readString(absolute.resolve("password")).strip());
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    void markComplete() throws IOException {
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
    }

    @Override
    public String toString() {
        return "ClusterFolder[" + folder + "]";
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
