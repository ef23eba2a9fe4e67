package vn.chieng.api.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a person is; the role owns its permissions. */
public enum Role {
    ADMINISTRATOR(EnumSet.of(Permission.OWN_ACCOUNT, Permission.INCIDENTS_READ, Permission.INCIDENTS_WORK)),
    ANALYST(EnumSet.of(Permission.OWN_ACCOUNT, Permission.INCIDENTS_READ, Permission.INCIDENTS_WORK)),
    OWNER(EnumSet.of(Permission.OWN_ACCOUNT, Permission.INCIDENTS_READ)),
    LEADER(EnumSet.of(Permission.OWN_ACCOUNT, Permission.INCIDENTS_READ));

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /** Whether this role carries the permission. */
    public boolean grants(Permission permission) {
        return permission == Permission.PUBLIC || permissions.contains(permission);
    }
}
