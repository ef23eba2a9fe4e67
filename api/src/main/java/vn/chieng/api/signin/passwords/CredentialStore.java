package vn.chieng.api.signin.passwords;

import java.util.List;
import java.util.Optional;

/** Keeps passwords. */
public interface CredentialStore {

    /** The credentials of this account, if it signs in by password. */
    Optional<Credentials> find(long accountId);

    /** Sets a new password; the one before it is remembered. */
    void put(Credentials credentials);

    /** Asks for a new password at the next request. */
    void requireNew(long accountId);

    /** Hashes of former passwords, the youngest first. */
    List<String> former(long accountId, int limit);
}
