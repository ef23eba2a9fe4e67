package vn.chieng.api.identity;

import java.util.Locale;
import vn.chieng.api.access.Role;

/** The kinds of account that are kept apart. */
public enum AccountKind {
    ADMINISTRATOR,
    BUSINESS,
    TECHNICAL,
    SERVICE;

    /** As in the database: {@code business}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an account of this kind may hold the role where kinds are kept apart: administration and all other work never meet. */
    public boolean suits(Role role) {
        return (this == ADMINISTRATOR) == (role == Role.ADMINISTRATOR);
    }
}
