package vn.chieng.api.access;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is calling, in the one role acted in: a person in a session, or the holder of an API token. Made anew for each request, so that a role
 * that was withdrawn or has ended counts from the next request on.
 *
 * @param accountId the account; 0 where the process itself acts
 * @param name the sign-in name, or the token's name
 * @param displayName how others see this caller
 * @param role the role acted in
 * @param assignmentId which assignment of that role; 0 for a token without one
 * @param organizationId the organisation acted for
 * @param scope the organisations whose records may be touched
 * @param permissions what may be done: the role's, for a token perhaps fewer
 * @param locale language tag of the preferred language
 * @param duties what is owed before anything else is allowed
 */
public record SignedIn(
        long accountId,
        String name,
        String displayName,
        Role role,
        long assignmentId,
        @Nullable String organizationId,
        Scope scope,
        Set<Permission> permissions,
        String locale,
        Set<Duty> duties)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        permissions = Set.copyOf(permissions);
        duties = Set.copyOf(duties);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the role acted in carries the permission. */
    public boolean may(Permission permission) {
        return permission == Permission.PUBLIC || permissions.contains(permission);
    }
}
