package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.presence.Presence;

@Component
final class PostgresPresence implements Presence {
    /** Three beats of a stream: one may be late, two are not. */
    private static final Duration GONE = Duration.ofSeconds(45);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PostgresPresence(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void seen(long incidentId, SignedIn by) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            int gone = jdbc.sql("delete from incident_presence where incident_id = ? and seen_at < ?")
                    .param(incidentId)
                    .param(Columns.at(now.minus(GONE)))
                    .update();
            int known = jdbc.sql("update incident_presence set seen_at = ? where incident_id = ? and account_id = ?")
                    .param(Columns.at(now))
                    .param(incidentId)
                    .param(by.accountId())
                    .update();
            if (known == 0) {
                jdbc.sql("insert into incident_presence (incident_id, account_id, name, seen_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .param(incidentId)
                        .param(by.accountId())
                        .param(by.displayName())
                        .param(Columns.at(now))
                        .update();
            }
            if (gone > 0 || known == 0) {
                announce(incidentId);
            }
        });
    }

    @Override
    public void left(long incidentId, SignedIn by) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from incident_presence where incident_id = ? and account_id = ?")
                    .param(incidentId)
                    .param(by.accountId())
                    .update();
            announce(incidentId);
        });
    }

    @Override
    public List<Viewer> now(long incidentId) {
        return jdbc.sql("select account_id, name from incident_presence where incident_id = ? and seen_at >= ?"
                        + " order by name, account_id limit 20")
                .param(incidentId)
                .param(Columns.at(clock.instant().minus(GONE)))
                .query((row, _) -> new Viewer(row.getLong("account_id"), row.getString("name")))
                .list();
    }

    private void announce(long incidentId) {
        jdbc.sql("select pg_notify('chieng_incidents', ?)")
                .param("present:" + incidentId)
                .query((_, _) -> 0)
                .list();
    }
}
