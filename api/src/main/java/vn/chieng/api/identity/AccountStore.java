package vn.chieng.api.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps accounts and API tokens. */
public interface AccountStore {

    /** Whether there is no account at all. */
    boolean isEmpty();

    /** The account of this sign-in name. */
    Optional<Account> find(String name);

    /** Adds the account unless the name is taken; whether it was added. */
    boolean add(Account.Draft account, Instant now);

    /** Counts one more wrong password and locks the account where {@code limit} is reached; one atomic step. */
    void recordFailure(long accountId, int limit, Instant lockedUntil);

    /** Forgets wrong passwords and notes the sign-in. */
    void recordSuccess(long accountId, Instant now);

    /** Sets a new password; also unlocks. */
    void setPassword(long accountId, String passwordHash, boolean mustChange);

    /** Adds an API token, replacing the one of the same name. */
    void putToken(String name, byte[] sha256, Set<Role> roles, Scope scope, Instant now, Instant expiresAt);

    /** Who the token stands for, unless it has run out. */
    @Nullable
    SignedIn findToken(byte[] sha256, Instant now);
}
