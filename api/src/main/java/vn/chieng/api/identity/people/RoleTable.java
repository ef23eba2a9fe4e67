package vn.chieng.api.identity.people;

import java.util.EnumSet;
import java.util.List;
import vn.chieng.api.access.Permission;

/** The permissions that tell roles apart. */
final class RoleTable {
    /** All but those that everybody has. */
    static final List<Permission> PERMISSIONS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Permission.PUBLIC, Permission.OWN_ACCOUNT)));

    private RoleTable() {}
}
