package vn.chieng.api.signin.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.Credentials;

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
                .query((row, _) -> new Credentials(
                        row.getLong("account_id"),
                        row.getString("password_hash"),
                        row.getBoolean("must_change_password"),
                        row.getTimestamp("password_set_at").toInstant(),
                        row.getBoolean("stands_alone")))
                .optional();
    }

    @Override
    public void put(Credentials credentials) {
        jdbc.sql("""
                        insert into password_history (account_id, set_at, password_hash)
                        select account_id, password_set_at, password_hash from credentials where account_id = ?
                        on conflict do nothing""").param(credentials.accountId()).update();
        jdbc.sql("""
                        insert into credentials (account_id, password_hash, must_change_password, password_set_at, stands_alone)
                        values (?, ?, ?, ?, ?)
                        on conflict (account_id) do update set password_hash = excluded.password_hash,
                            must_change_password = excluded.must_change_password,
                            password_set_at = excluded.password_set_at, stands_alone = excluded.stands_alone""")
                .param(credentials.accountId())
                .param(credentials.passwordHash())
                .param(credentials.mustChange())
                .param(credentials.setAt().atOffset(ZoneOffset.UTC))
                .param(credentials.standsAlone())
                .update();
    }

    @Override
    public void requireNew(long accountId) {
        jdbc.sql("update credentials set must_change_password = true where account_id = ?")
                .param(accountId)
                .update();
    }

    @Override
    public List<String> former(long accountId, int limit) {
        return jdbc.sql("select password_hash from password_history where account_id = ? order by set_at desc limit ?")
                .param(accountId)
                .param(limit)
                .query((row, _) -> row.getString("password_hash"))
                .list();
    }
}
