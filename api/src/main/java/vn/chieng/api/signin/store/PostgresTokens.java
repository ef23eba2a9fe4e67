package vn.chieng.api.signin.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.signin.tokens.Token;
import vn.chieng.api.signin.tokens.TokenStore;

@Component
final class PostgresTokens implements TokenStore {
    private static final String INSERT = """
            insert into api_tokens (account_id, name, token_sha256, role, organization_id, permissions, created_at, expires_at)
            values (:account, :name, :sha256, :role, :organization, :permissions, :created, :expires)
            on conflict (coalesce(account_id, 0), name)""";

    private final JdbcClient jdbc;

    PostgresTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Draft token, byte[] sha256) {
        insert(
                null,
                token,
                sha256,
                " do update set token_sha256 = excluded.token_sha256, role = excluded.role, permissions = excluded.permissions,"
                        + " organization_id = excluded.organization_id, created_at = excluded.created_at,"
                        + " expires_at = excluded.expires_at");
    }

    @Override
    public boolean add(long accountId, Draft token, byte[] sha256) {
        // a name is free again once its token has run out
        jdbc.sql("delete from api_tokens where account_id = ? and name = ? and expires_at <= ?")
                .param(accountId)
                .param(token.name())
                .param(token.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return insert(accountId, token, sha256, " do nothing") == 1;
    }

    private int insert(@Nullable Long accountId, Draft token, byte[] sha256, String onConflict) {
        return jdbc.sql(INSERT + onConflict)
                .param("account", accountId)
                .param("name", token.name())
                .param("sha256", sha256)
                .param("role", token.role().name())
                .param("organization", token.organizationId())
                .param(
                        "permissions",
                        token.permissions() == null
                                ? null
                                : token.permissions().stream()
                                        .map(Permission::name)
                                        .sorted()
                                        .toArray(String[]::new))
                .param("created", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Token> find(byte[] sha256, Instant now) {
        return jdbc.sql("select * from api_tokens where token_sha256 = ? and expires_at > ?")
                .param(sha256)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> token(row))
                .optional();
    }

    @Override
    public Optional<Token> find(long accountId, String name, Instant now) {
        return jdbc.sql("select * from api_tokens where coalesce(account_id, 0) = ? and name = ? and expires_at > ?")
                .param(accountId)
                .param(name)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> token(row))
                .optional();
    }

    @Override
    public List<Token> of(long accountId, Instant now) {
        return jdbc.sql(
                        "select * from api_tokens where account_id = ? and expires_at > ? order by created_at desc, id desc")
                .param(accountId)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> token(row))
                .list();
    }

    @Override
    public Optional<Token> find(long id) {
        return jdbc.sql("select * from api_tokens where id = ?")
                .param(id)
                .query((row, _) -> token(row))
                .optional();
    }

    @Override
    public void used(long id, Instant now) {
        jdbc.sql("update api_tokens set last_used_at = ? where id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    @Override
    public boolean remove(long id) {
        return jdbc.sql("delete from api_tokens where id = ?").param(id).update() == 1;
    }

    private static Token token(ResultSet row) throws SQLException {
        Array permissions = row.getArray("permissions");
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("account_id", Long.class),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                permissions == null
                        ? null
                        : Arrays.stream((String[]) permissions.getArray())
                                .map(Permission::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }
}
