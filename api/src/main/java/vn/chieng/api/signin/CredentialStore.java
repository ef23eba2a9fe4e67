package vn.chieng.api.signin;

import java.time.Instant;
import java.util.Optional;

/** Keeps credentials. */
public interface CredentialStore {

    /** The credentials of this account, if it signs in by password. */
    Optional<Credentials> find(long accountId);

    /** Counts one more wrong password and locks the account where {@code limit} is reached; one atomic step. */
    void recordFailure(long accountId, int limit, Instant lockedUntil);

    /** Forgets wrong passwords. */
    void recordSuccess(long accountId);

    /** Sets a new password; also unlocks. */
    void setPassword(long accountId, String passwordHash, boolean mustChange);
}
