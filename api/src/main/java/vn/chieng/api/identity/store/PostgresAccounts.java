package vn.chieng.api.identity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;

@Component
final class PostgresAccounts implements AccountStore {
    private static final String ACTIVE = "r.withdrawn_at is null and (r.ends_at is null or r.ends_at > :now)";
    private static final String ORIGIN_ACTIVE = """
            (r.delegated_from is null or exists (select from role_assignments o where o.id = r.delegated_from
                and o.withdrawn_at is null and (o.ends_at is null or o.ends_at > :now)))""";

    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from accounts where name = ?")
                .param(name)
                .query((row, _) -> account(row))
                .optional();
    }

    @Override
    public Optional<Account> find(long id) {
        return jdbc.sql("select * from accounts where id = ?")
                .param(id)
                .query((row, _) -> account(row))
                .optional();
    }

    @Override
    public Optional<Account> add(Account.Draft account, Instant now) {
        return jdbc.sql("""
                        insert into accounts (name, display_name, kind, mail, phone, organization_id, locale, break_glass,
                            created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing returning *""")
                .param(account.name())
                .param(account.displayName())
                .param(account.kind().name().toLowerCase(Locale.ROOT))
                .param(account.mail())
                .param(account.phone())
                .param(account.organizationId())
                .param(account.locale())
                .param(account.breakGlass())
                .param(at(now))
                .query((row, _) -> account(row))
                .optional();
    }

    @Override
    public List<Assignment> assignments(long accountId, Instant now) {
        return jdbc.sql("select r.* from role_assignments r where r.account_id = :account and " + ACTIVE + " and "
                        + ORIGIN_ACTIVE + " order by r.id")
                .param("account", accountId)
                .param("now", at(now))
                .query((row, _) -> assignment(row))
                .list();
    }

    @Override
    public void grant(Assignment.Draft assignment, Instant now) {
        jdbc.sql("""
                        insert into role_assignments (account_id, role, organization_id, granted_by, granted_at, ends_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id, role, organization_id)
                            where withdrawn_at is null and delegated_from is null do nothing""")
                .param(assignment.accountId())
                .param(assignment.role().name())
                .param(assignment.organizationId())
                .param(assignment.grantedBy())
                .param(at(now))
                .param(assignment.endsAt() == null ? null : at(assignment.endsAt()))
                .update();
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

    private static Account account(ResultSet row) throws SQLException {
        Timestamp lastSignedIn = row.getTimestamp("last_signed_in_at");
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                AccountKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("mail"),
                row.getString("phone"),
                row.getString("organization_id"),
                row.getString("locale"),
                row.getBoolean("disabled"),
                row.getString("disabled_reason"),
                row.getBoolean("break_glass"),
                row.getTimestamp("created_at").toInstant(),
                lastSignedIn == null ? null : lastSignedIn.toInstant(),
                row.getInt("version"));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        Array narrowed = row.getArray("delegated_organization_ids");
        return new Assignment(
                row.getLong("id"),
                row.getLong("account_id"),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                row.getTimestamp("granted_at").toInstant(),
                instant(row, "ends_at"),
                row.getObject("delegated_from", Long.class),
                row.getString("duties"),
                narrowed == null ? null : Set.of((String[]) narrowed.getArray()),
                instant(row, "reviewed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
