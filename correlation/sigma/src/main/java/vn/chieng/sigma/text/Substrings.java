package vn.chieng.sigma.text;

import java.util.Arrays;

/** Literals of which one must stand somewhere in a folded text; one walk over the text looks for all, by the first two letters of each. */
final class Substrings {
    private static final String[] NONE = {};
    /** Places in the table for each literal, so that most pairs of letters lead to none. */
    private static final int SPARSE = 8;

    private final String[][] byPair;
    private String[] singles = NONE;
    private boolean empty = true;

    /** For about so many literals. */
    Substrings(int expected) {
        byPair = new String[Integer.highestOneBit(Math.max(1, expected)) * SPARSE][];
        Arrays.fill(byPair, NONE);
    }

    /** Takes a folded literal. */
    void add(String literal) {
        empty = false;
        if (literal.length() < 2) {
            singles = with(singles, literal);
        } else {
            int place = place(literal, 0);
            byPair[place] = with(byPair[place], literal);
        }
    }

    private static String[] with(String[] literals, String literal) {
        String[] longer = Arrays.copyOf(literals, literals.length + 1);
        longer[literals.length] = literal;
        return longer;
    }

    private int place(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) & (byPair.length - 1);
    }

    /** Whether one of them stands in the text. */
    boolean in(String text) {
        if (empty) {
            return false;
        }
        for (String single : singles) {
            if (text.contains(single)) {
                return true;
            }
        }
        for (int at = 0; at < text.length() - 1; at++) {
            for (String literal : byPair[place(text, at)]) {
                if (text.startsWith(literal, at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
