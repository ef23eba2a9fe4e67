package vn.chieng.api.systems.levels;

import vn.chieng.law.conditions.Fact;
import vn.chieng.law.pack.Input;

/**
 * One answer that, if it were another and all others stayed, would lead to another level.
 *
 * @param from the level proposed now; 0 where none is
 * @param to the level that would be proposed
 */
public record Counterfactual(Input input, Fact answer, int from, int to) {
    public Counterfactual {
        if (from == to) {
            throw new IllegalArgumentException("nothing would change");
        }
    }

    /** Whether the level would be higher. */
    public boolean raises() {
        return to > from;
    }
}
