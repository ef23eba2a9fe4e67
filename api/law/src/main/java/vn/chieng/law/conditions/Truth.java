package vn.chieng.law.conditions;

/** Whether a condition holds when some inputs may be missing. */
public enum Truth {
    HOLDS,
    OPEN,
    FAILS;

    static Truth of(boolean value) {
        return value ? HOLDS : FAILS;
    }

    Truth and(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case HOLDS -> FAILS;
            case OPEN -> OPEN;
            case FAILS -> HOLDS;
        };
    }
}
