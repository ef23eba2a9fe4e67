package vn.chieng.api.dossiers.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of a dossier that are the same for the same content, whatever order it was typed in, and their hash. */
public final class CanonicalBytes {
    private final StringBuilder text = new StringBuilder();

    /** Adds a named value; names and values are written with their lengths, so that no two contents look alike. */
    public CanonicalBytes add(String name, String value) {
        text.append(name.length()).append(':').append(name).append('=');
        text.append(value.length()).append(':').append(value).append('\n');
        return this;
    }

    /** Adds a section: its texts by field, its rows in their order. */
    public CanonicalBytes add(String section, SectionContent content) {
        add("section", section);
        new TreeMap<>(content.texts()).forEach(this::add);
        for (SectionContent.Row row : content.rows()) {
            add("row", row.key());
            for (Map.Entry<String, String> cell : new TreeMap<>(row.cells()).entrySet()) {
                add(cell.getKey(), cell.getValue());
            }
        }
        return this;
    }

    /** What has been added so far. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 of {@link #bytes()} in hexadecimal digits. */
    public String sha256() {
        return sha256(bytes());
    }

    /** The SHA-256 of the bytes in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
