package vn.chieng.api.rules;

import java.util.Locale;

/** Who a rule's text belongs to; only the last kind is edited here, the others are tuned. */
public enum RuleKind {
    SHIPPED,
    IMPORTED,
    OWN;

    /** As in the database, in addresses and in bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
