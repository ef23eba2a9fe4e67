package vn.chieng.indicators;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Remembers what was looked up last and hit nothing, byte for byte: events repeat the same names, addresses and programs.
 * Used by one thread at a time.
 */
final class FruitlessTexts {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final long SMALL_ODD = 0xd6e8feb86659fd93L;
    private static final int LOGARITHM = 12;
    private static final int WORDS = 32;
    private static final int LONGEST = (WORDS - 1) * Long.BYTES;

    /** For each place what tells the text from others of the same bytes, and the bytes. */
    private final long[] kept = new long[WORDS << LOGARITHM];

    private int generation = 1;

    /** Forgets everything. */
    void clear() {
        if (generation == Integer.MAX_VALUE) {
            Arrays.fill(kept, 0);
            generation = 0;
        }
        generation++;
    }

    /** Whether a text that is looked up in this way is known to hit nothing. */
    boolean holds(int way, byte[] json, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return false;
        }
        int place = place(json, from, to);
        if (kept[place] != head(way, length)) {
            return false;
        }
        int word = place;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            word++;
            if (kept[word] != (long) LONGS.get(json, i)) {
                return false;
            }
        }
        return i == to || kept[word + 1] == rest(json, i, to);
    }

    /** Notes that a text hit nothing, in the place of another. */
    void keep(int way, byte[] json, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return;
        }
        int word = place(json, from, to);
        kept[word] = head(way, length);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            word++;
            kept[word] = (long) LONGS.get(json, i);
        }
        if (i < to) {
            kept[word + 1] = rest(json, i, to);
        }
    }

    private long head(int way, int length) {
        return ((long) generation << Integer.SIZE) | ((long) way << Short.SIZE) | length;
    }

    /** Where a text belongs; products are summed, so that the processor need not wait for one after the other. */
    private static int place(byte[] json, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash += ((long) LONGS.get(json, i) ^ (i - from)) * ODD;
        }
        if (i < to) {
            hash ^= rest(json, i, to) * SMALL_ODD;
        }
        hash ^= hash >>> Integer.SIZE;
        return (int) ((hash * ODD) >>> (Long.SIZE - LOGARITHM)) * WORDS;
    }

    /** Fewer than eight bytes. */
    private static long rest(byte[] json, int from, int to) {
        if (to >= Long.BYTES) {
            return (long) LONGS.get(json, to - Long.BYTES) >>> ((Long.BYTES - (to - from)) * Byte.SIZE);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << Byte.SIZE | (json[i] & 0xff);
        }
        return rest;
    }
}
