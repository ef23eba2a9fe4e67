package vn.chieng.api.rules;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to rules. */
public enum RuleAction implements AuditAction {
    RULE_ADDED,
    RULE_CHANGED,
    RULE_ENABLED,
    RULE_DISABLED,
    RULE_RATED,
    RULE_EXCEPTED,
    RULE_UNEXCEPTED,
    RULES_SHIPPED,
    RULES_IMPORTED,
    RULES_EXPORTED,
    RULES_REPUBLISHED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
