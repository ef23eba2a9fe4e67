package vn.chieng.sigma.index;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.text.CaseFolding;

/** Looks whole texts up without regard to case, and without making a folded copy. */
final class ExactTexts {
    private static final int SPACE = 2;

    private final @Nullable String[] keys;
    private final Postings[] postings;
    private final int mask;
    private final int longest;

    /** The literals are folded already. */
    ExactTexts(Map<String, Postings> literals) {
        int capacity = Integer.highestOneBit(Math.max(1, literals.size()) * SPACE) * SPACE;
        keys = new String[capacity];
        postings = new Postings[capacity];
        mask = capacity - 1;
        literals.forEach((literal, entries) -> {
            int place = hash(literal) & mask;
            while (keys[place] != null) {
                place = (place + 1) & mask;
            }
            keys[place] = literal;
            postings[place] = entries;
        });
        longest = literals.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    void find(String text, Candidates candidates) {
        if (text.length() > longest) {
            return;
        }
        int place = hash(text) & mask;
        for (String key = keys[place]; key != null; key = keys[place]) {
            if (isSame(key, text)) {
                postings[place].addTo(candidates);
                return;
            }
            place = (place + 1) & mask;
        }
    }

    private static boolean isSame(String folded, String text) {
        if (folded.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (CaseFolding.fold(text.charAt(i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + CaseFolding.fold(text.charAt(i));
        }
        return hash ^ (hash >>> 16);
    }
}
