package vn.chieng.api.signin;

import java.time.Instant;
import java.util.Optional;
import vn.chieng.api.access.Role;

/** Keeps API tokens. */
public interface TokenStore {

    /** Adds the launcher's token, replacing the one of the same name. */
    void put(String name, byte[] sha256, Role role, String organizationId, Instant now, Instant expiresAt);

    /** The token of this digest, unless it has run out. */
    Optional<Token> find(byte[] sha256, Instant now);
}
