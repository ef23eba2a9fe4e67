package vn.chieng.sigma.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.RawKind;
import vn.chieng.sigma.raw.RawText;

/** Looks up names that are still bytes of JSON. */
final class RawNames {
    static final RawNames NONE = new RawNames(0);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long DOTS = LOW_BITS * '.';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final int HALF = 32;
    private static final int SPACE = 4;

    private final byte[][] names;
    private final long[] firsts;
    private final long[] lasts;
    private final PathTrie.@Nullable Node[] nodes;
    private final int mask;

    private RawNames(int count) {
        int capacity = Integer.highestOneBit(Math.max(1, count)) * SPACE;
        names = new byte[capacity][];
        firsts = new long[capacity];
        lasts = new long[capacity];
        nodes = new PathTrie.Node[capacity];
        mask = capacity - 1;
    }

    /** Names that JSON has to write with escapes are left out. */
    static RawNames of(Map<String, PathTrie.Node> children) {
        RawNames made = new RawNames(children.size());
        children.forEach((name, node) -> {
            if (name.indexOf('\\') < 0) {
                made.add(name.getBytes(StandardCharsets.UTF_8), node);
            }
        });
        return made;
    }

    private void add(byte[] name, PathTrie.Node node) {
        long first = first(name, 0, name.length);
        long last = last(name, 0, name.length);
        int place = place(first, last, name.length);
        while (nodes[place] != null) {
            place = (place + 1) & mask;
        }
        names[place] = name;
        firsts[place] = first;
        lasts[place] = last;
        nodes[place] = node;
    }

    /** The node of a name; that of {@code otherwise} where there is none, and it has dots or escapes in it. */
    PathTrie.@Nullable Node get(byte[] json, int start, int end, Function<String, PathTrie.@Nullable Node> otherwise) {
        int length = end - start;
        long first = first(json, start, end);
        long last = last(json, start, end);
        int place = place(first, last, length);
        for (PathTrie.Node node = nodes[place]; node != null; node = nodes[place]) {
            if (firsts[place] == first && lasts[place] == last && isSame(names[place], json, start, length)) {
                return node;
            }
            place = (place + 1) & mask;
        }
        return isSimple(first) && isSimple(last) && (length <= 2 * Long.BYTES || isSimple(json, start, end))
                ? null
                : otherwise.apply(RawText.decode(RawKind.TEXT, json, start, end));
    }

    private static boolean isSame(byte[] name, byte[] json, int start, int length) {
        return name.length == length
                && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, json, start, start + length));
    }

    private static boolean isSimple(byte[] json, int start, int end) {
        for (int i = start + Long.BYTES; i < end - Long.BYTES; i++) {
            if (json[i] == '.' || json[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Whether there is neither a dot nor a backslash among eight letters. */
    private static boolean isSimple(long eight) {
        long dots = eight ^ DOTS;
        long backslashes = eight ^ BACKSLASHES;
        return ((((dots - LOW_BITS) & ~dots) | ((backslashes - LOW_BITS) & ~backslashes)) & HIGH_BITS) == 0;
    }

    /** The first eight letters, the first of them lowest; of a shorter name all. */
    private static long first(byte[] json, int start, int end) {
        int length = end - start;
        if (start + Long.BYTES <= json.length) {
            long letters = (long) LONGS.get(json, start);
            return length >= Long.BYTES ? letters : letters & ~(-1L << (length * Byte.SIZE));
        }
        long letters = 0;
        for (int i = Math.min(end, start + Long.BYTES) - 1; i >= start; i--) {
            letters = letters << Byte.SIZE | (json[i] & 0xff);
        }
        return letters;
    }

    private static long last(byte[] json, int start, int end) {
        return end - start >= Long.BYTES ? (long) LONGS.get(json, end - Long.BYTES) : 0;
    }

    private int place(long first, long last, int length) {
        long hash = ((first ^ length) * ODD ^ last) * ODD;
        return (int) (hash >>> HALF) & mask;
    }
}
