package vn.chieng.sigma.index;

import vn.chieng.sigma.match.FieldSlots;

/**
 * Something an event must show before a rule can match it.
 *
 * @param slot the field that must show it
 * @param literal folded; empty where the field only has to be filled, or to hold any letter of a kind
 */
record Witness(int slot, Place place, String literal) {
    /** Longer literals are cut: what is left is still necessary, and the automata stay small. */
    static final int MAX_LENGTH = 16;

    /** Starts may be longer, because they differ late, and texts that do not begin with them end the look soon. */
    private static final int MAX_LENGTH_OF_START = 40;

    private static final char LAST_OF_ASCII = 0x7f;

    /** Where the literal stands in the value. */
    enum Place {
        /** The value is the literal. */
        WHOLE,
        START,
        END,
        INSIDE,
        /** The value is a number that equals the literal, or the literal itself. */
        NUMBER,
        /** The value holds a letter that is none of ASCII. */
        BEYOND_ASCII,
        /** There is a value. */
        FILLED
    }

    static Witness filled(int slot) {
        return new Witness(slot, Place.FILLED, "");
    }

    /** A literal at a place; what JSON may write in several ways is left out of it. */
    static Witness of(int slot, Place place, String literal) {
        String run = longestPrintable(literal);
        if (run.isEmpty() && !(place == Place.WHOLE && literal.isEmpty())) {
            boolean beyond = slot != FieldSlots.KEYWORDS && literal.chars().anyMatch(c -> c > LAST_OF_ASCII);
            return beyond ? new Witness(slot, Place.BEYOND_ASCII, "") : filled(slot);
        }
        Place kept = run.length() == literal.length() ? place : Place.INSIDE;
        return switch (kept) {
            case START -> new Witness(slot, kept, run.substring(0, Math.min(run.length(), MAX_LENGTH_OF_START)));
            case END, INSIDE -> new Witness(slot, kept, run.substring(Math.max(0, run.length() - MAX_LENGTH)));
            case WHOLE, NUMBER, BEYOND_ASCII, FILLED -> new Witness(slot, kept, run);
        };
    }

    private static String longestPrintable(String literal) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= literal.length(); i++) {
            boolean printable = i < literal.length() && literal.charAt(i) >= ' ' && literal.charAt(i) < LAST_OF_ASCII;
            if (!printable) {
                longest = i - start > longest.length() ? literal.substring(start, i) : longest;
                start = i + 1;
            }
        }
        return longest;
    }
}
