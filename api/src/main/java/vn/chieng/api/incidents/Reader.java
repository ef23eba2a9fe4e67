package vn.chieng.api.incidents;

import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/**
 * For whom incidents are read.
 *
 * @param personalData whether names of users are shown unmasked
 */
public record Reader(Scope scope, boolean personalData) {

    /** The process itself, and tests. */
    public static final Reader EVERYTHING = new Reader(new Scope.Everything(), true);

    /** The caller's scope and right to personal data. */
    public static Reader of(SignedIn caller) {
        return new Reader(caller.scope(), caller.may(Permission.PERSONAL_DATA_READ));
    }
}
