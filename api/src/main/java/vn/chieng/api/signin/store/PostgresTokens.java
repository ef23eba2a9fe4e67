package vn.chieng.api.signin.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.signin.Token;
import vn.chieng.api.signin.TokenStore;

@Component
final class PostgresTokens implements TokenStore {
    private final JdbcClient jdbc;

    PostgresTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String name, byte[] sha256, Role role, String organizationId, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        insert into api_tokens (name, token_sha256, role, organization_id, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set token_sha256 = excluded.token_sha256, role = excluded.role,
                            organization_id = excluded.organization_id, created_at = excluded.created_at,
                            expires_at = excluded.expires_at""")
                .param(name)
                .param(sha256)
                .param(role.name())
                .param(organizationId)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(expiresAt.atOffset(ZoneOffset.UTC))
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

    private static Token token(ResultSet row) throws SQLException {
        Array permissions = row.getArray("permissions");
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
                row.getTimestamp("expires_at").toInstant());
    }
}
