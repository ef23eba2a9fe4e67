package vn.chieng.api.identity;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What is written to the audit log about people and their roles. */
public enum IdentityAction implements AuditAction {
    PERSON_ADDED,
    PERSON_CHANGED,
    PERSON_DISABLED,
    PERSON_ENABLED,
    PERSON_IDLE,
    PERSON_EXPORTED,
    ROLE_GRANTED,
    ROLE_WITHDRAWN,
    ROLE_DELEGATED,
    ROLE_EXPORTED,
    REVIEW_OPENED,
    REVIEW_DECIDED,
    REVIEW_FINISHED,
    REVIEW_EXPORTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
