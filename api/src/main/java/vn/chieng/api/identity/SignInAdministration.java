package vn.chieng.api.identity;

import java.util.List;
import vn.chieng.api.access.Scope;

/**
 * What an administrator does about how a person signs in. Each change writes its own audit entry, by whoever is being served; whether that one may
 * do it to this account is the caller's business.
 */
public interface SignInAdministration {

    /** Sets a one-time password, unlocks the account, ends its sessions; the password is returned once and kept nowhere. */
    String resetPassword(long accountId);

    /** Forgets wrong tries and the lock. */
    void unlock(long accountId);

    /** Takes second factor and recovery codes away, and ends the account's sessions; the person sets up a new one at the next sign-in. */
    void resetSecondFactor(long accountId);

    /** Ends all sessions of the account and withdraws none of its tokens; answers how many sessions ended. */
    int endSessions(long accountId);

    /** How the account stands; all empty where it cannot sign in by password. */
    SignInState state(long accountId);

    /** Open sessions of people whose acting organisation lies within, the last seen first. */
    List<OpenSession> sessions(Scope scope, int limit);

    /** Ends one session; false where it is not open. */
    boolean endSession(String publicId);

    /** The account's API tokens that still hold, without their secrets. */
    List<OpenToken> tokens(long accountId);

    /** Withdraws one token; false where it holds no longer. */
    boolean withdrawToken(long tokenId);
}
