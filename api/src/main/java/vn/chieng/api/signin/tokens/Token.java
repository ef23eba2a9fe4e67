package vn.chieng.api.signin.tokens;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;

/**
 * An API token as it is kept: without the secret.
 *
 * @param accountId whose it is; null where it is the launcher's own
 * @param name how its person calls it
 * @param permissions what of the role's it may do; null: all
 */
public record Token(
        long id,
        String name,
        @Nullable Long accountId,
        Role role,
        String organizationId,
        @Nullable Set<Permission> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public Token {
        permissions = permissions == null ? null : Set.copyOf(permissions);
    }
}
