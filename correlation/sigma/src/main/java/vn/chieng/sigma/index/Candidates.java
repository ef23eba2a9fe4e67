package vn.chieng.sigma.index;

import java.util.Arrays;

/** Collects rules that may match, each once; used by one thread for one event after another. */
final class Candidates {
    private static final long[] NONE = {};

    private final int[] added;
    private final int[] rules;
    private long[] allowed = NONE;
    private int size;
    private int offers;
    private int epoch;

    Candidates(int rules) {
        this.added = new int[rules];
        this.rules = new int[rules];
    }

    /** Forgets everything; only these rules can become candidates, a bit for each. */
    void begin(long[] only) {
        if (epoch == Integer.MAX_VALUE) {
            Arrays.fill(added, 0);
            epoch = 0;
        }
        epoch++;
        size = 0;
        allowed = only;
    }

    void add(int rule) {
        if ((allowed[rule >> 6] & 1L << rule) == 0) {
            return;
        }
        offers++;
        if (added[rule] != epoch) {
            added[rule] = epoch;
            rules[size] = rule;
            size++;
        }
    }

    /** How often a rule was added that is allowed, were it there already or not; for comparison with what it was before. */
    int offers() {
        return offers;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return rules[index];
    }
}
