package vn.chieng.intake.sources;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may send, by address and by API key; immutable, replaced as a whole. */
public final class SourceTable {
    /** A table without anybody in it. */
    public static final SourceTable EMPTY = new SourceTable(List.of());

    private static final int SHA_256_BYTES = 32;

    private final Map<AddressBlock, Source> byAddress = new HashMap<>();
    private final TreeSet<Integer> prefixLengths = new TreeSet<>(Comparator.reverseOrder());
    private final Map<String, KeyHolder> byKeyStart = new HashMap<>();
    private final int size;

    /** A line of the table before it is indexed. */
    record Entry(
            Source source,
            List<AddressBlock> addresses,
            @Nullable String apiKeySha256) {
        Entry {
            addresses = List.copyOf(addresses);
        }
    }

    private record KeyHolder(String sha256, Source source) {}

    SourceTable(List<Entry> entries) {
        size = entries.size();
        for (Entry entry : entries) {
            for (AddressBlock block : entry.addresses()) {
                Source other = byAddress.putIfAbsent(block, entry.source());
                if (other != null) {
                    throw new IllegalArgumentException("the same address stands at " + other.id() + " and at "
                            + entry.source().id());
                }
                prefixLengths.add(block.bits());
            }
            if (entry.apiKeySha256() != null) {
                addKey(entry.apiKeySha256().toLowerCase(Locale.ROOT), entry.source());
            }
        }
    }

    /** How many sources it holds. */
    public int size() {
        return size;
    }

    /** The source that sends from this address; the smallest block wins. */
    public Optional<Source> byAddress(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (int bits : prefixLengths) {
            if (bits <= bytes.length * 8) {
                Source source = byAddress.get(AddressBlock.around(bytes, bits));
                if (source != null) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }

    /** The source with this API key. The table knows keys by hash only, and compares whole hashes in constant time. */
    public Optional<Source> byApiKey(String key) {
        byte[] presented = sha256(key.getBytes(StandardCharsets.UTF_8));
        KeyHolder holder = byKeyStart.get(HexFormat.of().formatHex(presented, 0, 4));
        byte[] expected =
                holder == null ? new byte[SHA_256_BYTES] : HexFormat.of().parseHex(holder.sha256());
        return MessageDigest.isEqual(presented, expected) && holder != null
                ? Optional.of(holder.source())
                : Optional.empty();
    }

    private void addKey(String sha256, Source source) {
        if (HexFormat.of().parseHex(sha256).length != SHA_256_BYTES) {
            throw new IllegalArgumentException("apiKeySha256 of " + source.id() + " is not 64 hexadecimal digits");
        }
        KeyHolder other = byKeyStart.putIfAbsent(sha256.substring(0, 8), new KeyHolder(sha256, source));
        if (other != null) {
            throw new IllegalArgumentException(
                    "the keys of " + other.source().id() + " and " + source.id() + " are too alike");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
