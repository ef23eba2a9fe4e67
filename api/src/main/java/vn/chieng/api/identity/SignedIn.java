package vn.chieng.api.identity;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is calling: a person in a session, or the holder of an API token.
 *
 * @param name the sign-in name, or the token's name
 * @param displayName how others see this caller
 * @param locale language tag of the preferred language
 * @param mustChangePassword whether nothing but a new password is allowed
 */
public record SignedIn(
        long accountId,
        String name,
        String displayName,
        Set<Role> roles,
        Scope scope,
        String locale,
        boolean mustChangePassword)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether any role of the caller carries the permission. */
    public boolean may(Permission permission) {
        return permission == Permission.PUBLIC || roles.stream().anyMatch(role -> role.grants(permission));
    }
}
