package vn.chieng.sigma.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.match.KeyPaths;

/**
 * Guesses how often events show a witness. Little is known of the events, but what many rules ask for is common, and so
 * is what is short, or is part of what every system shows.
 */
final class Rarity {
    private static final double FILLED = 0.7;
    private static final double BEYOND_ASCII = 0.05;
    private static final double NUMBER = 0.02;
    private static final double WHOLE = 0.002;
    private static final double PER_LETTER = 0.6;
    /** That nothing stands before and behind tells as much as so many letters. */
    private static final int OF_WHOLE = 3;

    private static final int LONG_PART = 12;

    private static final double RAREST = 0.0002;
    /** To look through the whole event costs more than to look into a field. */
    private static final double KEYWORDS = 20;

    private static final double PER_RULE = 0.5;

    /** What tells the log source was looked at before, and tells nothing more. */
    private static final double TOLD = 1.5;

    private final CommonTexts common = CommonTexts.shipped();
    private final KeyPaths told;
    private final Map<Witness, Integer> asked = new HashMap<>();

    Rarity(KeyPaths told) {
        this.told = told;
    }

    /** Notes that a rule could be found by this. */
    void note(Witness witness) {
        asked.merge(witness, 1, Integer::sum);
    }

    /** How likely an event shows any of these; above 1 only where they are many. */
    double of(List<Witness> witnesses) {
        return witnesses.stream().mapToDouble(this::of).sum();
    }

    /** The shortest part tells how many places of a text are looked at, for all that are looked for in it. */
    private static double steps(Witness witness) {
        return Math.max(1, LONG_PART - witness.literal().length());
    }

    private double likely(Witness witness, int more) {
        return Math.pow(PER_LETTER, common.rareLetters(witness.literal()) + more);
    }

    private double of(Witness witness) {
        if (told.tell(witness.slot())) {
            return TOLD;
        }
        double base = switch (witness.place()) {
            case FILLED -> FILLED;
            case BEYOND_ASCII -> BEYOND_ASCII;
            case NUMBER -> NUMBER;
            case WHOLE -> Math.max(WHOLE, likely(witness, OF_WHOLE));
            case START, END -> Math.max(RAREST, likely(witness, 0));
            case INSIDE -> Math.max(RAREST, likely(witness, 0)) * steps(witness);
        };
        double popular = 1 + PER_RULE * asked.getOrDefault(witness, 0);
        return base * popular * (witness.slot() == FieldSlots.KEYWORDS ? KEYWORDS : 1);
    }
}
