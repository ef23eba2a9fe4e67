package vn.chieng.api.organizations;

import org.springframework.security.access.AccessDeniedException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** What only somebody may do whose scope is the whole province: to add, move, dissolve and import bodies, and to give them codes. */
public final class ProvinceWide {
    private ProvinceWide() {}

    /** Whether the caller may, holding the permission for the whole province. */
    public static boolean may(SignedIn caller, Permission permission) {
        return caller.scope() instanceof Scope.Everything && caller.may(permission);
    }

    /** Refuses everybody else. */
    public static void require(SignedIn caller) {
        if (!(caller.scope() instanceof Scope.Everything)) {
            throw new AccessDeniedException("needs the whole province");
        }
    }
}
