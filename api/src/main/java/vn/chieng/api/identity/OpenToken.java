package vn.chieng.api.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/** An API token of a person, as far as others may see it. */
public record OpenToken(
        long id,
        String name,
        Role role,
        String organizationId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
