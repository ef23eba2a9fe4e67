package vn.chieng.api.identity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Role;
import vn.chieng.api.identity.Scope;
import vn.chieng.api.identity.SignedIn;

@Component
final class PostgresAccounts implements AccountStore {
    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select from accounts)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from accounts where name = ?")
                .param(name)
                .query((row, _) -> account(row))
                .optional();
    }

    @Override
    public boolean add(Account.Draft account, Instant now) {
        return jdbc.sql("""
                        insert into accounts (name, display_name, password_hash, roles, organization_ids, locale,
                            must_change_password, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing""")
                        .param(account.name())
                        .param(account.displayName())
                        .param(account.passwordHash())
                        .param(names(account.roles()))
                        .param(organizations(account.scope()))
                        .param(account.locale())
                        .param(account.mustChangePassword())
                        .param(at(now))
                        .update()
                == 1;
    }

    @Override
    public void recordFailure(long accountId, int limit, Instant lockedUntil) {
        jdbc.sql("""
                        update accounts set
                            locked_until = case when failed_attempts + 1 >= :limit then :until else locked_until end,
                            failed_attempts = case when failed_attempts + 1 >= :limit then 0 else failed_attempts + 1 end
                        where id = :id""")
                .param("limit", limit)
                .param("until", at(lockedUntil))
                .param("id", accountId)
                .update();
    }

    @Override
    public void recordSuccess(long accountId, Instant now) {
        jdbc.sql("update accounts set failed_attempts = 0, locked_until = null, last_signed_in_at = ? where id = ?")
                .param(at(now))
                .param(accountId)
                .update();
    }

    @Override
    public void setPassword(long accountId, String passwordHash, boolean mustChange) {
        jdbc.sql("""
                        update accounts set password_hash = ?, must_change_password = ?, failed_attempts = 0,
                            locked_until = null where id = ?""").param(passwordHash).param(mustChange).param(accountId).update();
    }

    @Override
    public void putToken(String name, byte[] sha256, Set<Role> roles, Scope scope, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        insert into api_tokens (name, token_sha256, roles, organization_ids, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set token_sha256 = excluded.token_sha256, roles = excluded.roles,
                            organization_ids = excluded.organization_ids, created_at = excluded.created_at,
                            expires_at = excluded.expires_at""")
                .param(name)
                .param(sha256)
                .param(names(roles))
                .param(organizations(scope))
                .param(at(now))
                .param(at(expiresAt))
                .update();
    }

    @Override
    public @Nullable SignedIn findToken(byte[] sha256, Instant now) {
        return jdbc.sql("select * from api_tokens where token_sha256 = ? and expires_at > ?")
                .param(sha256)
                .param(at(now))
                .query((row, _) -> new SignedIn(
                        row.getLong("account_id"),
                        row.getString("name"),
                        row.getString("name"),
                        roles(row),
                        scope(row),
                        "vi",
                        false))
                .optional()
                .orElse(null);
    }

    private static Account account(ResultSet row) throws SQLException {
        Timestamp lockedUntil = row.getTimestamp("locked_until");
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                roles(row),
                scope(row),
                row.getString("locale"),
                row.getBoolean("must_change_password"),
                row.getInt("failed_attempts"),
                lockedUntil == null ? null : lockedUntil.toInstant(),
                row.getBoolean("disabled"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    private static Scope scope(ResultSet row) throws SQLException {
        Array ids = row.getArray("organization_ids");
        return ids == null
                ? new Scope.Everything()
                : new Scope.Organizations(Set.copyOf(Arrays.asList((String[]) ids.getArray())));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static String @Nullable [] organizations(Scope scope) {
        return switch (scope) {
            case Scope.Everything _ -> null;
            case Scope.Organizations _ -> scope.parameter();
        };
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
