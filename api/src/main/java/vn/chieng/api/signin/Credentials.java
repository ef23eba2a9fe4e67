package vn.chieng.api.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is kept to recognise a person by. */
public record Credentials(
        long accountId,
        String passwordHash,
        boolean mustChangePassword,
        int failedAttempts,
        @Nullable Instant lockedUntil) {

    boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
