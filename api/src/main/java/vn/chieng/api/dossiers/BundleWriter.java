package vn.chieng.api.dossiers;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files one after the other into a zip, which passes through as a stream: no file is held in memory, however large. */
final class BundleWriter implements Closeable {
    private final MessageDigest whole = sha256();
    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** One file of the bundle, as the manifest lists it. */
    record Line(String name, long bytes, String sha256) {}

    /** Every entry carries this time, so that the same files give the same bytes. */
    BundleWriter(Path file, LocalDateTime time) throws IOException {
        this.zip = new ZipOutputStream(
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), whole)));
        this.time = time;
    }

    /** Adds a file, unless one of this name is there; a name holds the beginning of its hash where two could share it. */
    void add(String name, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            add(name, content);
        }
    }

    void add(String name, byte[] content) throws IOException {
        add(name, new ByteArrayInputStream(content));
    }

    private void add(String name, InputStream content) throws IOException {
        if (lines.containsKey(name)) {
            return;
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        MessageDigest digest = sha256();
        long bytes = new DigestInputStream(content, digest).transferTo(zip);
        zip.closeEntry();
        lines.put(name, new Line(name, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** What was added so far. */
    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** Ends the zip; its hash. */
    String finish() throws IOException {
        zip.close();
        return HexFormat.of().formatHex(whole.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
