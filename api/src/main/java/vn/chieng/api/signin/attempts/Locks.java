package vn.chieng.api.signin.attempts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;

/** Locks an account after too many wrong tries; an account for emergencies only slows down, so that nobody can shut it from outside. */
@Component
public final class Locks {
    /** Stands for "until an administrator unlocks". */
    public static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

    private final LockStore store;
    private final AttemptSettings settings;
    private final Clock clock;

    public Locks(LockStore store, AttemptSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether nobody gets in now. */
    public boolean locked(long accountId) {
        return until(accountId).isPresent();
    }

    /** Until when; empty where it is not locked. */
    public Optional<Instant> until(long accountId) {
        return store.lockedUntil(accountId, clock.instant());
    }

    /** Counts a wrong password or code; tells whether it locked the account. */
    public boolean failed(Account account) {
        Instant now = clock.instant();
        return !account.breakGlass()
                && store.recordFailure(
                        account.id(),
                        settings.wrongTries(),
                        now,
                        settings.untilUnlocked() ? FOR_GOOD : now.plus(settings.lockedFor()));
    }

    /** Forgets wrong tries; false where others locked the account while this try was being checked. */
    public boolean succeeded(long accountId) {
        return store.recordSuccess(accountId, clock.instant());
    }

    /** Lets the person try again; tells whether the account was locked. */
    public boolean unlock(long accountId) {
        return store.unlock(accountId, clock.instant());
    }
}
