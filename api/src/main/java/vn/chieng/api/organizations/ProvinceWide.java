package vn.chieng.api.organizations;

import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** Tells pages which of their parts only somebody sees who acts for the whole province; the handlers state the same. */
final class ProvinceWide {
    private ProvinceWide() {}

    /** Whether the caller may, holding the permission for the whole province. */
    static boolean may(SignedIn caller, Permission permission) {
        return caller.scope() instanceof Scope.Everything && caller.may(permission);
    }
}
