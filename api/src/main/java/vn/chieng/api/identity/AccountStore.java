package vn.chieng.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Role;

/** Keeps people and their roles. */
public interface AccountStore {

    /** The account of this sign-in name. */
    Optional<Account> find(String name);

    /** The account of this id. */
    Optional<Account> find(long id);

    /** Adds the account, or says that the name is taken by an empty result. */
    Optional<Account> add(Account.Draft account, Instant now);

    /** The roles the account holds at this time, delegated ones included; a delegation whose origin is gone is not among them. */
    List<Assignment> assignments(long accountId, Instant now);

    /** Gives a role, or says by an empty result that the account holds it already in its own right. */
    Optional<Assignment> grant(Assignment.Draft assignment, Instant now);

    /** Whether anyone who is not disabled holds this role in this organisation. */
    boolean held(Role role, String organizationId, Instant now);

    /** Notes the sign-in. */
    void signedIn(long accountId, Instant now);
}
