package vn.chieng.indicators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;

/** What is known of each indicator, packed: key, level, confidence, end, source, description. */
@SuppressWarnings({"EnumOrdinal", "ByteBufferBackingArray"
}) // one byte for each kind, in whole arrays of this process only
final class IndicatorRecords {
    /** A longer description is cut here; the whole of it is where the indicator came from. */
    static final int LONGEST_DESCRIPTION = 512;

    private static final int TYPE = 0;
    private static final int LEVEL = 1;
    private static final int CONFIDENCE = 2;
    private static final int VALID_UNTIL = 4;
    private static final int SOURCE = 12;
    private static final int KEY_LENGTH = 16;
    private static final int DESCRIPTION_LENGTH = 18;
    private static final int KEY = 20;

    private final Arena arena = new Arena();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, Integer> sourceNumbers = new HashMap<>();

    int add(Indicator indicator, byte[] key) {
        byte[] description = cut(indicator.description());
        int address = arena.allocate(KEY + key.length + description.length);
        ByteBuffer chunk = arena.chunk(address);
        int at = Arena.offset(address);
        Instant until = indicator.validUntil();
        chunk.put(at + TYPE, (byte) indicator.type().ordinal());
        chunk.put(at + LEVEL, (byte) indicator.level().ordinal());
        chunk.put(at + CONFIDENCE, (byte) indicator.confidence());
        chunk.putLong(at + VALID_UNTIL, until == null ? Long.MAX_VALUE : until.toEpochMilli());
        chunk.putInt(at + SOURCE, source(indicator.source()));
        chunk.putShort(at + KEY_LENGTH, (short) key.length);
        chunk.putShort(at + DESCRIPTION_LENGTH, (short) description.length);
        chunk.put(at + KEY, key);
        chunk.put(at + KEY + key.length, description);
        return address;
    }

    private int source(String name) {
        return sourceNumbers.computeIfAbsent(name, _ -> {
            sources.add(name);
            return sources.size() - 1;
        });
    }

    private static byte[] cut(String description) {
        byte[] bytes = description.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(bytes.length, LONGEST_DESCRIPTION);
        while (end < bytes.length && end > 0 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }

    /** Whether the record at this address is of this kind and has these bytes as its key. */
    boolean is(int address, Indicator.Type type, byte[] bytes, int from, int to) {
        ByteBuffer chunk = arena.chunk(address);
        int at = Arena.offset(address);
        if (chunk.get(at + TYPE) != type.ordinal() || chunk.getShort(at + KEY_LENGTH) != to - from) {
            return false;
        }
        int key = at + KEY;
        return Arrays.equals(chunk.array(), key, key + to - from, bytes, from, to);
    }

    Indicator read(int address) {
        ByteBuffer chunk = arena.chunk(address);
        int at = Arena.offset(address);
        byte[] key = key(address);
        byte[] description = new byte[chunk.getShort(at + DESCRIPTION_LENGTH)];
        chunk.get(at + KEY + key.length, description);
        long until = chunk.getLong(at + VALID_UNTIL);
        Indicator.Type type = type(address);
        return new Indicator(
                type,
                IndicatorKey.value(type, key),
                sources.get(chunk.getInt(at + SOURCE)),
                chunk.get(at + CONFIDENCE),
                Level.values()[chunk.get(at + LEVEL)],
                until == Long.MAX_VALUE ? null : Instant.ofEpochMilli(until),
                new String(description, StandardCharsets.UTF_8));
    }

    boolean isValid(int address, Instant now) {
        return arena.chunk(address).getLong(Arena.offset(address) + VALID_UNTIL) > now.toEpochMilli();
    }

    Indicator.Type type(int address) {
        return Indicator.Type.values()[arena.chunk(address).get(Arena.offset(address) + TYPE)];
    }

    byte[] key(int address) {
        byte[] key = new byte[arena.chunk(address).getShort(Arena.offset(address) + KEY_LENGTH)];
        arena.chunk(address).get(Arena.offset(address) + KEY, key);
        return key;
    }

    void bury(int address) {
        arena.bury(address, length(address));
    }

    private int length(int address) {
        ByteBuffer chunk = arena.chunk(address);
        int at = Arena.offset(address);
        return KEY + chunk.getShort(at + KEY_LENGTH) + chunk.getShort(at + DESCRIPTION_LENGTH);
    }

    /** Says where a record was and is now. */
    interface Moved {
        /** Whether the record at this address is still of use. */
        boolean isLive(int address);

        void moved(int from, int to);
    }

    /** Empties the chunk of this address where it is mostly dead. */
    void tidy(int address, Moved moved) {
        int chunk = arena.mostlyDead(address);
        if (chunk < 0) {
            return;
        }
        int end = arena.endAddress(chunk);
        for (int from = Arena.firstAddress(chunk); from < end; ) {
            int length = length(from);
            if (moved.isLive(from)) {
                moved.moved(from, copy(from, length));
            }
            from += (length + Arena.UNIT - 1) / Arena.UNIT;
        }
        arena.free(chunk);
    }

    private int copy(int from, int length) {
        int to = arena.allocate(length);
        arena.chunk(to).put(Arena.offset(to), arena.chunk(from), Arena.offset(from), length);
        return to;
    }

    long bytes() {
        return arena.bytes();
    }

    @Nullable
    Indicator readIfValid(int address, Instant now) {
        return isValid(address, now) ? read(address) : null;
    }
}
