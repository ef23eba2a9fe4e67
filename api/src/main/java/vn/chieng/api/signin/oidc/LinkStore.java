package vn.chieng.api.signin.oidc;

import java.time.Instant;
import java.util.Optional;

/** Keeps whom a provider means by its subjects. */
public interface LinkStore {

    /** The account of this subject. */
    Optional<Long> find(String issuer, String subject);

    /** Links for good; false where the account belongs to another subject of this issuer. */
    boolean add(String issuer, String subject, long accountId, Instant now);
}
