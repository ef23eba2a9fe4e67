package vn.chieng.api.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A local account as it is kept. */
public record Account(
        long id,
        String name,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        Scope scope,
        String locale,
        boolean mustChangePassword,
        int failedAttempts,
        @Nullable Instant lockedUntil,
        boolean disabled) {

    public Account {
        roles = Set.copyOf(roles);
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    SignedIn signedIn() {
        return new SignedIn(id, name, displayName, roles, scope, locale, mustChangePassword);
    }

    /** An account that does not exist yet. */
    public record Draft(
            String name,
            String displayName,
            String passwordHash,
            Set<Role> roles,
            Scope scope,
            String locale,
            boolean mustChangePassword) {
        public Draft {
            roles = Set.copyOf(roles);
        }
    }
}
