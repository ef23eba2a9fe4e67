package vn.chieng.api.signin.attempts;

import java.time.Instant;
import java.util.Optional;

/** Keeps wrong tries in a row and locks. */
public interface LockStore {

    /** How long the account is locked, counted from now; empty where it is not. */
    Optional<Instant> lockedUntil(long accountId, Instant now);

    /** Counts one more wrong try and locks where {@code limit} is reached, in one atomic step; tells whether this try locked. */
    boolean recordFailure(long accountId, int limit, Instant now, Instant lockedUntil);

    /** Forgets wrong tries, unless the account was locked meanwhile; tells whether it was not. */
    boolean recordSuccess(long accountId, Instant now);

    /** Forgets wrong tries and the lock; tells whether there was one. */
    boolean unlock(long accountId, Instant now);
}
