package vn.chieng.sigma.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up names that are still bytes of JSON. */
final class RawNames {
    static final RawNames NONE = new RawNames(0);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final int HALF = 32;
    private static final int SPACE = 4;

    private final byte[][] names;
    private final PathTrie.@Nullable Node[] nodes;
    private final int mask;

    private RawNames(int count) {
        int capacity = Integer.highestOneBit(Math.max(1, count)) * SPACE;
        names = new byte[capacity][];
        nodes = new PathTrie.Node[capacity];
        mask = capacity - 1;
    }

    static RawNames of(Map<String, PathTrie.Node> children) {
        RawNames made = new RawNames(children.size());
        children.forEach((name, node) -> made.add(name.getBytes(StandardCharsets.UTF_8), node));
        return made;
    }

    private void add(byte[] name, PathTrie.Node node) {
        int place = hash(name, 0, name.length) & mask;
        while (nodes[place] != null) {
            place = (place + 1) & mask;
        }
        names[place] = name;
        nodes[place] = node;
    }

    PathTrie.@Nullable Node get(byte[] json, int start, int end) {
        int place = hash(json, start, end) & mask;
        for (PathTrie.Node node = nodes[place]; node != null; node = nodes[place]) {
            byte[] name = names[place];
            if (name.length == end - start && Arrays.equals(name, 0, name.length, json, start, end)) {
                return node;
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    static boolean hasDot(byte[] json, int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] == '.') {
                return true;
            }
        }
        return false;
    }

    private static int hash(byte[] json, int start, int end) {
        int length = end - start;
        long hash = length;
        if (length >= Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(json, start)) * ODD ^ (long) LONGS.get(json, end - Long.BYTES);
        } else {
            for (int i = start; i < end; i++) {
                hash = hash << Byte.SIZE ^ json[i];
            }
        }
        hash *= ODD;
        return (int) (hash >>> HALF);
    }
}
