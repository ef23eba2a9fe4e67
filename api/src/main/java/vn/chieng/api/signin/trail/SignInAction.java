package vn.chieng.api.signin.trail;

import vn.chieng.api.audit.AuditAction;

/** What happens around signing in. */
public enum SignInAction implements AuditAction {
    SIGNED_IN("signin.succeeded"),
    REFUSED("signin.failed"),
    LOCKED("signin.locked"),
    UNLOCKED("signin.unlocked"),
    SIGNED_OUT("signin.signed-out"),
    EMERGENCY_USED("signin.emergency-used"),
    PROVIDER_LINKED("signin.provider-linked"),
    PASSWORD_CHANGED("password.changed"),
    PASSWORD_RESET("password.reset"),
    FACTOR_ENABLED("factor.enabled"),
    FACTOR_DISABLED("factor.disabled"),
    RECOVERY_RENEWED("factor.recovery-renewed"),
    RECOVERY_USED("factor.recovery-used"),
    TOKEN_MADE("token.made"),
    TOKEN_WITHDRAWN("token.withdrawn"),
    SESSION_ENDED("session.ended"),
    ROLE_SWITCHED("session.role-switched");

    private final String code;

    SignInAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
