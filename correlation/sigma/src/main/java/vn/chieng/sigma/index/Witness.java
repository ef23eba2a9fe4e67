package vn.chieng.sigma.index;

/**
 * Something an event must show before a rule can match it.
 *
 * @param slot the field that must show it
 * @param literal folded; empty where the field only has to be filled
 */
record Witness(int slot, Place place, String literal) {
    /** Longer literals are cut: what is left is still necessary, and the automata stay small. */
    static final int MAX_LENGTH = 16;

    /** Where the literal stands in the value. */
    enum Place {
        /** The value is the literal. */
        WHOLE,
        START,
        END,
        INSIDE,
        /** The value is a number that equals the literal, or the literal itself. */
        NUMBER,
        /** There is a value. */
        FILLED
    }

    static Witness filled(int slot) {
        return new Witness(slot, Place.FILLED, "");
    }

    /** The same at a place where only a part of the text is needed. */
    static Witness part(int slot, Place place, String literal) {
        if (literal.length() <= MAX_LENGTH) {
            return literal.isEmpty() ? filled(slot) : new Witness(slot, place, literal);
        }
        String kept = place == Place.START
                ? literal.substring(0, MAX_LENGTH)
                : literal.substring(literal.length() - MAX_LENGTH);
        return new Witness(slot, place, kept);
    }
}
