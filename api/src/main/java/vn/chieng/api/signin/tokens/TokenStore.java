package vn.chieng.api.signin.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;

/** Keeps API tokens, by digest. */
public interface TokenStore {

    /**
     * A token that is to be made.
     *
     * @param permissions what of the role's it may do; null: all
     */
    record Draft(
            String name,
            Role role,
            String organizationId,
            @Nullable Set<Permission> permissions,
            Instant createdAt,
            Instant expiresAt) {
        public Draft {
            permissions = permissions == null ? null : Set.copyOf(permissions);
        }
    }

    /** Adds the launcher's token, replacing the one of the same name. */
    void put(Draft token, byte[] sha256);

    /** Adds a person's token; false where that person has one of this name. */
    boolean add(long accountId, Draft token, byte[] sha256);

    /** The token of this digest, unless it has run out. */
    Optional<Token> find(byte[] sha256, Instant now);

    /** The token of this name, unless it has run out; account 0 stands for the launcher's. */
    Optional<Token> find(long accountId, String name, Instant now);

    /** A person's tokens that have not run out, the youngest first. */
    List<Token> of(long accountId, Instant now);

    /** The token of this id. */
    Optional<Token> find(long id);

    /** Notes that it was used. */
    void used(long id, Instant now);

    /** Withdraws the token; false where it is gone. */
    boolean remove(long id);
}
