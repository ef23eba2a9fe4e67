package vn.chieng.api.incidents.bulk;

import java.util.Arrays;
import java.util.Locale;

/** What can be done with many incidents at once. */
public enum BulkAct {
    /** Take them. */
    ACKNOWLEDGE,
    /** Give them to the caller. */
    TAKE,
    /** Give them to somebody. */
    ASSIGN,
    /** Put a label on them. */
    LABEL,
    /** Ask those who may decide to look at them. */
    ESCALATE,
    /** End work on them, with a reason. */
    CLOSE;

    static BulkAct of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("act"));
    }

    /** As forms spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be taken back for some seconds. */
    public boolean undoable() {
        return this != CLOSE;
    }
}
