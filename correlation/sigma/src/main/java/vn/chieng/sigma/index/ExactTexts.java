package vn.chieng.sigma.index;

import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.EightLetters;
import vn.chieng.sigma.text.CaseFolding;

/** Looks whole texts up. */
final class ExactTexts {
    private static final int SPACE = 4;
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final long SMALL_ODD = 31;
    private static final int HALF = 32;

    private final byte[] @Nullable [] keys;
    private final Postings[] postings;
    private final int mask;
    private final int longest;
    /** A bit for each length that a text has, the highest for all that are longer. */
    private final long lengths;

    ExactTexts(Literals literals) {
        int capacity = Integer.highestOneBit(Math.max(1, literals.all().size())) * SPACE;
        keys = new byte[capacity][];
        postings = new Postings[capacity];
        mask = capacity - 1;
        literals.forEach((literal, entries) -> {
            int place = hash(literal, 0, literal.length) & mask;
            while (keys[place] != null) {
                place = (place + 1) & mask;
            }
            keys[place] = literal;
            postings[place] = entries;
        });
        longest = literals.all().stream()
                .mapToInt(literal -> literal.bytes().length)
                .max()
                .orElse(0);
        lengths = literals.all().stream()
                .mapToLong(literal -> length(literal.bytes().length))
                .reduce(0, (some, one) -> some | one);
    }

    void find(byte[] text, int start, int end, Candidates candidates) {
        if (end - start > longest || (lengths & length(end - start)) == 0) {
            return;
        }
        int place = hash(text, start, end) & mask;
        for (byte[] key = keys[place]; key != null; key = keys[place]) {
            if (isSame(key, text, start, end)) {
                postings[place].addTo(candidates);
                return;
            }
            place = (place + 1) & mask;
        }
    }

    private static long length(int length) {
        return 1L << Math.min(length, Long.SIZE - 1);
    }

    private static boolean isSame(byte[] key, byte[] text, int start, int end) {
        if (key.length != end - start) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (CaseFolding.fold(text[start + i]) != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] text, int start, int end) {
        long hash = ODD;
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ EightLetters.fold(EightLetters.at(text, i))) * ODD;
            hash ^= hash >>> HALF;
        }
        for (; i < end; i++) {
            hash = (hash ^ CaseFolding.fold(text[i])) * SMALL_ODD;
        }
        hash *= ODD;
        return (int) (hash >>> HALF);
    }
}
