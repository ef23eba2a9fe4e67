package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.presence.Watching;

@Component
final class PostgresWatching implements Watching {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final AuditTrail audit;
    private final Clock clock;

    PostgresWatching(
            JdbcClient jdbc, TransactionTemplate transactions, IncidentEdits edits, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean watch(long incidentId, boolean watch, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Incident> incident = edits.find(incidentId, by, "");
            if (incident.isEmpty()) {
                return false;
            }
            boolean changed = by.accountId() != 0 && (watch ? add(incidentId, by.accountId()) : remove(incidentId, by));
            if (changed) {
                IncidentAction action = watch ? IncidentAction.WATCHED : IncidentAction.UNWATCHED;
                audit.record(by, IncidentLog.about(action, incident.get()).changed(Map.of(), Map.of()));
            }
            return true;
        }));
    }

    /** Whether it is new; within a running transaction. */
    boolean add(long incidentId, long accountId) {
        return jdbc.sql("insert into incident_watchers (incident_id, account_id, since) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .param(incidentId)
                        .param(accountId)
                        .param(Columns.at(clock.instant()))
                        .update()
                > 0;
    }

    private boolean remove(long incidentId, SignedIn by) {
        return jdbc.sql("delete from incident_watchers where account_id = ? and incident_id in"
                                + " (select incident_family(?))")
                        .param(by.accountId())
                        .param(incidentId)
                        .update()
                > 0;
    }

    @Override
    public Set<Long> watchers(long incidentId) {
        return new HashSet<>(
                jdbc.sql("select account_id from incident_watchers where incident_id in (select incident_family(?))")
                        .param(incidentId)
                        .query(Long.class)
                        .list());
    }
}
