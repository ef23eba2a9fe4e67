package vn.chieng.sigma.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
            int place = hash(literal, literal.length) & mask;
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

    void find(byte[] text, int length, Candidates candidates) {
        if (length > longest) {
            return;
        }
        int place = hash(text, length) & mask;
        for (byte[] key = keys[place]; key != null; key = keys[place]) {
            if (Arrays.equals(key, 0, key.length, text, 0, length)) {
                postings[place].addTo(candidates);
                return;
            }
            place = (place + 1) & mask;
        }
    }

    private static int hash(byte[] text, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ (hash >>> 16);
    }
}
