package vn.chieng.law.conditions;

/** A part of a condition that does not hold, or is left open by a missing input. */
public record Unmet(Condition part, Truth truth) {
    public Unmet {
        if (truth == Truth.HOLDS) {
            throw new IllegalArgumentException("a part that holds is not unmet");
        }
    }
}
