package vn.chieng.api.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with signing in.
 *
 * @param lockedUntil null where it is not locked
 * @param untilUnlocked locked until an administrator unlocks it; {@code lockedUntil} then says nothing
 * @param secondFactor whether a second factor is on
 * @param mustChangePassword whether a one-time password waits to be replaced
 * @param passwordSetAt null where it has no password
 * @param openSessions how many sessions are open
 */
public record SignInState(
        @Nullable Instant lockedUntil,
        boolean untilUnlocked,
        boolean secondFactor,
        boolean mustChangePassword,
        @Nullable Instant passwordSetAt,
        int openSessions) {

    /** Whether nobody gets in with this account now. */
    public boolean locked() {
        return lockedUntil != null;
    }
}
