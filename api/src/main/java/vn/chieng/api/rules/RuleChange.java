package vn.chieng.api.rules;

import java.util.Locale;

/** What made a new version of a rule. */
public enum RuleChange {
    ADDED,
    TEXT,
    ENABLED,
    DISABLED,
    SEVERITY,
    FILTER_ADDED,
    FILTER_REMOVED,
    FILTER_EXPIRED;

    /** As in the database and in bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
