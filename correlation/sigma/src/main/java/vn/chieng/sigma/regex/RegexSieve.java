package vn.chieng.sigma.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table for each expression that tells of most texts, at a step for each letter, that the expression does not match them;
 * only the others are shown to the engine, which takes a hundred times as long. Knows letters of ASCII only.
 */
public final class RegexSieve {
    private static final int MOST_STATES = 400;
    private static final char FOUND = Character.MAX_VALUE;

    private final byte[] kinds;
    /** For each state and kind of letter where the next state stands in here. */
    private final char[] steps;

    private RegexSieve(byte[] kinds, char[] steps) {
        this.kinds = kinds;
        this.steps = steps;
    }

    /** Nothing where the table would be too large, or would let everything pass. */
    public static Optional<RegexSieve> of(RegexTree tree) {
        try {
            RegexStates states = new RegexStates(tree);
            if (states.start().get(RegexStates.FOUND)) {
                return Optional.empty();
            }
            byte[] kinds = new byte[Letters.COUNT];
            List<Integer> samples = samples(states, kinds);
            return steps(states, samples).map(steps -> new RegexSieve(kinds, steps));
        } catch (RegexStates.TooMany e) {
            return Optional.empty();
        }
    }

    /** One letter of each kind, where two are of one kind that no state tells apart. */
    private static List<Integer> samples(RegexStates states, byte[] kinds) {
        Map<BitSet, Byte> known = new HashMap<>();
        List<Integer> samples = new ArrayList<>();
        for (char letter = 0; letter < kinds.length; letter++) {
            int folded = Letters.of(letter).folded().first();
            BitSet takers = new BitSet();
            for (int state = 0; state < states.count(); state++) {
                takers.set(state, states.letters(state).has(folded));
            }
            Byte kind = known.get(takers);
            if (kind == null) {
                kind = (byte) samples.size();
                known.put(takers, kind);
                samples.add(folded);
            }
            kinds[letter] = kind;
        }
        return samples;
    }

    private static Optional<char[]> steps(RegexStates states, List<Integer> samples) {
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<BitSet> open = new ArrayList<>();
        numbers.put(states.start(), 0);
        open.add(states.start());
        char[] steps = new char[MOST_STATES * samples.size()];
        for (int number = 0; number < open.size(); number++) {
            for (int kind = 0; kind < samples.size(); kind++) {
                BitSet next = states.after(open.get(number), samples.get(kind));
                if (next.get(RegexStates.FOUND)) {
                    steps[number * samples.size() + kind] = FOUND;
                    continue;
                }
                Integer known = numbers.get(next);
                if (known == null) {
                    known = open.size();
                    if (known == MOST_STATES) {
                        return Optional.empty();
                    }
                    numbers.put(next, known);
                    open.add(next);
                }
                steps[number * samples.size() + kind] = (char) (known * samples.size());
            }
        }
        return Optional.of(Arrays.copyOf(steps, open.size() * samples.size()));
    }

    /** False where the expression surely matches no part of the text. */
    public boolean lets(String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= Letters.COUNT) {
                return true;
            }
            char next = steps[state + kinds[letter]];
            if (next == FOUND) {
                return true;
            }
            state = next;
        }
        return false;
    }
}
