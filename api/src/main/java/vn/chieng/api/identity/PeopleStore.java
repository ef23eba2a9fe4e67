package vn.chieng.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

/** Keeps people for those who look after them; an account is in scope by where its person works or holds a role. */
public interface PeopleStore {

    /** A page of the people in scope. */
    List<Person> list(PeopleQuery query, Scope scope, Instant now, int offset, int limit);

    /** How many there are. */
    long count(PeopleQuery query, Scope scope, Instant now);

    /** One of them. */
    Optional<Person> find(long id, Scope scope, Instant now);

    /** Locks the account until the transaction ends and returns it; any account, in scope or not. */
    Optional<Account> lock(long id);

    /** Whether the person works within the scope and holds no role outside of it. */
    boolean whollyWithin(long id, Scope scope, Instant now);

    /** Writes what people may change of an account and advances its version. */
    Account change(long id, Account.Draft facts);

    /** Disables the account. */
    Account disable(long id, String reason, Instant now);

    /** Enables it; idleness counts from now. */
    Account enable(long id, Instant now);

    /** The accounts that nobody signed in to since this time, except disabled, break-glass and service accounts; locked. */
    List<Account> idleSince(Instant time);

    /** How many people hold each role within the scope. */
    Map<Role, Long> holders(Scope scope, Instant now);

    /** Every role held within the scope, by person. */
    List<Held> held(Scope scope, Instant now);

    /** The roles of these accounts within the scope. */
    List<Held> held(Set<Long> accountIds, Scope scope, Instant now);

    /** Makes the keys for search and order of accounts that were added before there were any; answers how many. */
    int fillKeys();
}
