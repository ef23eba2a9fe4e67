package vn.chieng.api.signin.factors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps second factors and recovery codes. */
public interface FactorStore {

    /** The account's factor, proven or not. */
    Optional<Factor> find(long accountId);

    /** The encrypted secret. */
    byte[] sealedSecret(long accountId);

    /** Adds a factor that is not proven yet, in place of another that is not. */
    void put(long accountId, byte[] sealedSecret, Instant now);

    /** Takes the code of this step, once: false where it, or a later one, was taken before. */
    boolean takeStep(long accountId, long step);

    /** Marks the factor as proven. */
    void confirm(long accountId, Instant now);

    /** Removes factor and recovery codes; tells whether there was a proven one. */
    boolean remove(long accountId);

    /** Replaces all recovery codes. */
    void putCodes(long accountId, List<byte[]> sha256);

    /** Uses up a recovery code; false where it is none, or was used. */
    boolean takeCode(long accountId, byte[] sha256, Instant now);

    /** How many recovery codes are left. */
    int codesLeft(long accountId);
}
