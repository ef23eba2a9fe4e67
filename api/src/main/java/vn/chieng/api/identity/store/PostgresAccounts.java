package vn.chieng.api.identity.store;

import static vn.chieng.api.identity.store.Rows.ACTIVE;
import static vn.chieng.api.identity.store.Rows.ORIGIN_ACTIVE;
import static vn.chieng.api.identity.store.Rows.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.vietnamese.PersonOrder;

@Component
final class PostgresAccounts implements AccountStore {
    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from accounts where name = ?")
                .param(name)
                .query((row, _) -> Rows.account(row))
                .optional();
    }

    @Override
    public Optional<Account> find(long id) {
        return jdbc.sql("select * from accounts where id = ?")
                .param(id)
                .query((row, _) -> Rows.account(row))
                .optional();
    }

    @Override
    public Optional<Account> add(Account.Draft account, Instant now) {
        return jdbc.sql("""
                        insert into accounts (name, display_name, kind, mail, phone, organization_id, locale, break_glass,
                            created_at, search_text, sort_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing returning *""")
                .param(account.name())
                .param(account.displayName())
                .param(account.kind().code())
                .param(account.mail())
                .param(account.phone())
                .param(account.organizationId())
                .param(account.locale())
                .param(account.breakGlass())
                .param(at(now))
                .param(PostgresPeople.searched(account.name(), account.displayName()))
                .param(PersonOrder.key(account.displayName()))
                .query((row, _) -> Rows.account(row))
                .optional();
    }

    @Override
    public List<Assignment> assignments(long accountId, Instant now) {
        return jdbc.sql("select r.* from role_assignments r where r.account_id = :account and " + ACTIVE + " and "
                        + ORIGIN_ACTIVE + " order by r.id")
                .param("account", accountId)
                .param("now", at(now))
                .query((row, _) -> Rows.assignment(row))
                .list();
    }

    @Override
    public Optional<Assignment> grant(Assignment.Draft assignment, Instant now) {
        // one that has ended by itself would stand in the way of the same one given anew
        jdbc.sql("""
                        update role_assignments set withdrawn_at = ends_at
                        where account_id = ? and role = ? and organization_id = ? and delegated_from is null
                            and withdrawn_at is null and ends_at <= ?""")
                .param(assignment.accountId())
                .param(assignment.role().name())
                .param(assignment.organizationId())
                .param(at(now))
                .update();
        return jdbc.sql("""
                        insert into role_assignments (account_id, role, organization_id, granted_by, granted_at, ends_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id, role, organization_id)
                            where withdrawn_at is null and delegated_from is null do nothing returning *""")
                .param(assignment.accountId())
                .param(assignment.role().name())
                .param(assignment.organizationId())
                .param(assignment.grantedBy())
                .param(at(now))
                .param(Rows.atOrNull(assignment.endsAt()))
                .query((row, _) -> Rows.assignment(row))
                .optional();
    }

    @Override
    public boolean held(Role role, String organizationId, Instant now) {
        return jdbc.sql("select exists (select from role_assignments r join accounts a on a.id = r.account_id"
                        + " where r.role = :role and r.organization_id = :organization and not a.disabled and "
                        + ACTIVE + ")")
                .param("role", role.name())
                .param("organization", organizationId)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void signedIn(long accountId, Instant now) {
        jdbc.sql("update accounts set last_signed_in_at = ? where id = ?")
                .param(at(now))
                .param(accountId)
                .update();
    }
}
