package vn.chieng.sigma.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The places within an expression between two letters, built from its end to its start. */
final class RegexStates {
    static final int FOUND = 0;

    /** Counts are let go beyond that. */
    private static final int MOST_TIMES = 70;

    private static final int MOST = 600;

    private final List<Letters> letters = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final int start;

    /** There are too many. */
    static final class TooMany extends RuntimeException {
        TooMany() {
            super(null, null, false, false);
        }
    }

    RegexStates(RegexTree tree) {
        add(Letters.NONE);
        start = before(tree, FOUND);
    }

    private int add(Letters taken, int... next) {
        if (letters.size() == MOST) {
            throw new TooMany();
        }
        letters.add(taken);
        List<Integer> ways = new ArrayList<>();
        for (int each : next) {
            ways.add(each);
        }
        after.add(ways);
        return letters.size() - 1;
    }

    /** Where the tree begins that goes on with this state. */
    private int before(RegexTree tree, int next) {
        return switch (tree) {
            case RegexTree.One(Letters taken) -> add(taken, next);
            case RegexTree.Sequence(List<RegexTree> parts) -> {
                int state = next;
                for (RegexTree part : parts.reversed()) {
                    state = before(part, state);
                }
                yield state;
            }
            case RegexTree.Choice(List<RegexTree> branches) ->
                add(
                        Letters.NONE,
                        branches.stream()
                                .mapToInt(branch -> before(branch, next))
                                .toArray());
            case RegexTree.Repeat repeat -> before(repeat, next);
        };
    }

    private int before(RegexTree.Repeat repeat, int next) {
        int state = next;
        if (repeat.most() > MOST_TIMES) {
            state = add(Letters.NONE, next);
            after.get(state).add(before(repeat.inner(), state));
        } else {
            for (int time = repeat.least(); time < repeat.most(); time++) {
                state = add(Letters.NONE, next, before(repeat.inner(), state));
            }
        }
        for (int time = 0; time < Math.min(repeat.least(), MOST_TIMES); time++) {
            state = before(repeat.inner(), state);
        }
        return state;
    }

    int count() {
        return letters.size();
    }

    /** What a state takes on its way; none where it goes on by itself. */
    Letters letters(int state) {
        return letters.get(state);
    }

    /** Where one is before the first letter. */
    BitSet start() {
        BitSet reached = new BitSet();
        reach(start, reached);
        return reached;
    }

    /** Where one is after a letter, when the expression may begin anywhere. */
    BitSet after(BitSet states, int letter) {
        BitSet reached = start();
        states.stream()
                .filter(state -> letters.get(state).has(letter))
                .forEach(state -> reach(after.get(state).getFirst(), reached));
        return reached;
    }

    private void reach(int from, BitSet reached) {
        List<Integer> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            int state = open.removeLast();
            if (!reached.get(state)) {
                reached.set(state);
                if (letters.get(state).equals(Letters.NONE)) {
                    open.addAll(after.get(state));
                }
            }
        }
    }
}
