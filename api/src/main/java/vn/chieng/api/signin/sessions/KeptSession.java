package vn.chieng.api.signin.sessions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/**
 * A session as it is kept beside the container's.
 *
 * @param endsAt the latest moment it can end
 */
public record KeptSession(
        String publicId,
        long accountId,
        Role role,
        String organizationId,
        @Nullable String address,
        @Nullable String userAgent,
        Instant since,
        Instant lastSeenAt,
        Instant endsAt) {

    /** When it ends if the person does nothing more. */
    Instant endsAt(Duration idle) {
        Instant unused = lastSeenAt.plus(idle);
        return unused.isBefore(endsAt) ? unused : endsAt;
    }
}
