package vn.chieng.event;

import java.util.Locale;

/** Sigma's {@code level}, weakest first. */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** As Sigma spells it: {@code high}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
