package vn.chieng.api.signin.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.CredentialStore;
import vn.chieng.api.signin.Credentials;

@Component
final class PostgresCredentials implements CredentialStore {
    private final JdbcClient jdbc;

    PostgresCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Credentials> find(long accountId) {
        return jdbc.sql("select * from credentials where account_id = ?")
                .param(accountId)
                .query((row, _) -> {
                    Timestamp lockedUntil = row.getTimestamp("locked_until");
                    return new Credentials(
                            row.getLong("account_id"),
                            row.getString("password_hash"),
                            row.getBoolean("must_change_password"),
                            row.getInt("failed_attempts"),
                            lockedUntil == null ? null : lockedUntil.toInstant());
                })
                .optional();
    }

    @Override
    public void recordFailure(long accountId, int limit, Instant lockedUntil) {
        jdbc.sql("""
                        update credentials set
                            locked_until = case when failed_attempts + 1 >= :limit then :until else locked_until end,
                            failed_attempts = case when failed_attempts + 1 >= :limit then 0 else failed_attempts + 1 end
                        where account_id = :id""")
                .param("limit", limit)
                .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
                .param("id", accountId)
                .update();
    }

    @Override
    public void recordSuccess(long accountId) {
        jdbc.sql("update credentials set failed_attempts = 0, locked_until = null where account_id = ?")
                .param(accountId)
                .update();
    }

    @Override
    public void setPassword(long accountId, String passwordHash, boolean mustChange) {
        jdbc.sql("""
                        insert into credentials (account_id, password_hash, must_change_password) values (?, ?, ?)
                        on conflict (account_id) do update set password_hash = excluded.password_hash,
                            must_change_password = excluded.must_change_password, failed_attempts = 0, locked_until = null""").param(accountId).param(passwordHash).param(mustChange).update();
    }
}
