package vn.chieng.api.signin.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.factors.Factor;
import vn.chieng.api.signin.factors.FactorStore;

@Component
final class PostgresFactors implements FactorStore {
    private final JdbcClient jdbc;

    PostgresFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Factor> find(long accountId) {
        return jdbc.sql("select created_at, confirmed_at, last_step from second_factors where account_id = ?")
                .param(accountId)
                .query((row, _) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Factor(
                            row.getTimestamp("created_at").toInstant(),
                            confirmed == null ? null : confirmed.toInstant(),
                            row.getLong("last_step"));
                })
                .optional();
    }

    @Override
    public byte[] sealedSecret(long accountId) {
        return jdbc.sql("select secret from second_factors where account_id = ?")
                .param(accountId)
                .query((row, _) -> row.getBytes("secret"))
                .single();
    }

    @Override
    public void put(long accountId, byte[] sealedSecret, Instant now) {
        jdbc.sql("""
                        insert into second_factors as f (account_id, secret, created_at) values (?, ?, ?)
                        on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at,
                            last_step = 0 where f.confirmed_at is null""")
                .param(accountId)
                .param(sealedSecret)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean takeStep(long accountId, long step) {
        return jdbc.sql("update second_factors set last_step = :step where account_id = :id and last_step < :step")
                        .param("step", step)
                        .param("id", accountId)
                        .update()
                == 1;
    }

    @Override
    public void confirm(long accountId, Instant now) {
        jdbc.sql("update second_factors set confirmed_at = ? where account_id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(accountId)
                .update();
    }

    @Override
    public boolean remove(long accountId) {
        jdbc.sql("delete from recovery_codes where account_id = ?")
                .param(accountId)
                .update();
        return jdbc.sql("delete from second_factors where account_id = ? returning confirmed_at is not null")
                .param(accountId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void putCodes(long accountId, List<byte[]> sha256) {
        jdbc.sql("delete from recovery_codes where account_id = ?")
                .param(accountId)
                .update();
        for (byte[] code : sha256) {
            jdbc.sql("insert into recovery_codes (account_id, code_sha256) values (?, ?)")
                    .param(accountId)
                    .param(code)
                    .update();
        }
    }

    @Override
    public boolean takeCode(long accountId, byte[] sha256, Instant now) {
        return jdbc.sql(
                                "update recovery_codes set used_at = ? where account_id = ? and code_sha256 = ? and used_at is null")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(accountId)
                        .param(sha256)
                        .update()
                == 1;
    }

    @Override
    public int codesLeft(long accountId) {
        return jdbc.sql("select count(*) from recovery_codes where account_id = ? and used_at is null")
                .param(accountId)
                .query(Integer.class)
                .single();
    }
}
