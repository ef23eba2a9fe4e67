package vn.chieng.api.signin.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.attempts.LockStore;

@Component
final class PostgresLocks implements LockStore {
    private final JdbcClient jdbc;

    PostgresLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> lockedUntil(long accountId, Instant now) {
        return jdbc.sql("select locked_until from sign_in_locks where account_id = ? and locked_until > ?")
                .param(accountId)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public boolean recordFailure(long accountId, int limit, Instant now, Instant lockedUntil) {
        return jdbc.sql("""
                        insert into sign_in_locks as l (account_id, failed_attempts, locked_until)
                        values (:id, case when :limit = 1 then 0 else 1 end, case when :limit = 1 then :until::timestamptz end)
                        on conflict (account_id) do update set
                            locked_until = case when l.locked_until > :now then l.locked_until
                                when l.failed_attempts + 1 >= :limit then :until::timestamptz end,
                            failed_attempts = case when l.failed_attempts + 1 >= :limit then 0 else l.failed_attempts + 1 end
                        returning failed_attempts = 0 and locked_until = :until::timestamptz""")
                .param("id", accountId)
                .param("limit", limit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean recordSuccess(long accountId, Instant now) {
        jdbc.sql(
                        "update sign_in_locks set failed_attempts = 0 where account_id = ? and (locked_until is null or locked_until <= ?)")
                .param(accountId)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return lockedUntil(accountId, now).isEmpty();
    }

    @Override
    public boolean unlock(long accountId, Instant now) {
        boolean locked = lockedUntil(accountId, now).isPresent();
        jdbc.sql("delete from sign_in_locks where account_id = ?")
                .param(accountId)
                .update();
        return locked;
    }
}
