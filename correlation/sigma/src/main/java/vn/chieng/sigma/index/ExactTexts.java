package vn.chieng.sigma.index;

import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.text.CaseFolding;

/** Looks whole texts up. */
final class ExactTexts {
    private static final int SPACE = 4;

    private final byte[] @Nullable [] keys;
    private final Postings[] postings;
    private final int mask;
    private final int longest;

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
    }

    void find(byte[] text, int start, int end, Candidates candidates) {
        if (end - start > longest) {
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
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + CaseFolding.fold(text[i]);
        }
        return hash ^ (hash >>> 16);
    }
}
