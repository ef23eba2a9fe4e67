package vn.chieng.api.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/**
 * A session in which somebody is signed in.
 *
 * @param publicId names it in pages and addresses; whoever knows it gains nothing
 * @param role the role acted in
 * @param organizationId the organisation acted for
 * @param address where it was opened from, or last used from
 * @param userAgent the browser, shortened
 * @param lastSeenAt the person's last own request, to the minute
 */
public record OpenSession(
        String publicId,
        long accountId,
        String accountName,
        String displayName,
        Role role,
        String organizationId,
        @Nullable String address,
        @Nullable String userAgent,
        Instant since,
        Instant lastSeenAt) {}
