package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.DetectingRule;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPage;
import vn.chieng.api.incidents.IncidentQuery;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Move;
import vn.chieng.api.incidents.MoveOutcome;
import vn.chieng.api.incidents.Severity;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

@Component
final class PostgresIncidents implements IncidentStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SignalApplication signals;
    private final IncidentLog log;
    private final Clock clock;

    PostgresIncidents(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            SignalApplication signals,
            IncidentLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean apply(Signal signal) {
        return signals.apply(signal);
    }

    @Override
    public Optional<Incident> find(long id, Scope scope) {
        return jdbc.sql("select i.* from incidents i where i.id = :id and " + scope.overlaps("i.organization_ids"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Columns::incident)
                .optional()
                .map(incident -> incident.within(scope));
    }

    @Override
    public List<Incident> findAll(Collection<Long> ids) {
        return jdbc.sql("select * from incidents where id = any (:ids) order by changed_at")
                .param("ids", ids.toArray(Long[]::new))
                .query(Columns::incident)
                .list();
    }

    @Override
    public IncidentPage list(IncidentQuery query, Scope scope) {
        var sql = new ListQuery(query, scope);
        List<Incident> rows = jdbc.sql(sql.pageSql())
                .params(sql.pageParameters())
                .query(Columns::incident)
                .list();
        long total = jdbc.sql(sql.countSql(IncidentPage.COUNTED))
                .params(sql.parameters())
                .query(Long.class)
                .single();
        boolean more = rows.size() > query.limit();
        List<Incident> shown = (more ? rows.subList(0, query.limit()) : rows)
                .stream().map(incident -> incident.within(scope)).toList();
        return IncidentPage.of(shown, total, more);
    }

    @Override
    public Map<Severity, Long> openCounts(Scope scope) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        jdbc.sql("select i.severity, count(*) n from incidents i where i.state <> 'CLOSED' and "
                        + scope.overlaps("i.organization_ids") + " group by i.severity")
                .param("scope", scope.parameter())
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString("severity")), row.getLong("n"));
                });
        return counts;
    }

    @Override
    public List<Long> changedSince(Instant time, int limit, Scope scope) {
        return jdbc.sql("select i.id from incidents i where i.changed_at > :time and "
                        + scope.overlaps("i.organization_ids") + " order by i.changed_at limit :limit")
                .param("time", Columns.at(time))
                .param("limit", limit)
                .param("scope", scope.parameter())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    @Override
    public long countEvidence(long id, Scope scope) {
        return jdbc.sql("select count(*) from incident_evidence e where e.incident_id = :id and "
                        + scope.contains("e.organization_id"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Long.class)
                .single();
    }

    @Override
    public List<EvidenceLine> evidence(long id, Scope scope, int offset, int limit) {
        return jdbc.sql("select e.* from incident_evidence e where e.incident_id = :id and "
                        + scope.contains("e.organization_id")
                        + " order by e.occurred_at, e.event_id limit :limit offset :offset")
                .param("id", id)
                .param("scope", scope.parameter())
                .param("limit", limit)
                .param("offset", offset)
                .query(Columns::evidence)
                .list();
    }

    @Override
    public List<HistoryEntry> history(long id, Scope scope, int limit) {
        return jdbc.sql("select h.* from incident_history h join incidents i on i.id = h.incident_id where i.id = :id"
                        + " and " + scope.overlaps("i.organization_ids")
                        + " order by h.at desc, h.id desc limit :limit")
                .param("id", id)
                .param("scope", scope.parameter())
                .param("limit", limit)
                .query(Columns::history)
                .list();
    }

    @Override
    public List<DetectingRule> rules(long id, Scope scope) {
        return jdbc.sql("select r.* from incident_rules r join incidents i on i.id = r.incident_id where i.id = :id"
                        + " and " + scope.overlaps("i.organization_ids") + " order by r.rule_id limit 100")
                .param("id", id)
                .param("scope", scope.parameter())
                .query((row, _) -> new DetectingRule(
                        row.getString("rule_id"),
                        row.getString("title_vi"),
                        row.getString("title_en"),
                        row.getString("author"),
                        Level.valueOf(row.getString("level"))))
                .list();
    }

    @Override
    public MoveOutcome move(long id, Move move, SignedIn by) {
        try {
            MoveOutcome outcome = transactions.execute(_ -> moved(id, move, by));
            return outcome == null ? new MoveOutcome.Unknown() : outcome;
        } catch (DuplicateKeyException e) {
            return find(id, by.scope())
                    .<MoveOutcome>map(MoveOutcome.OpenElsewhere::new)
                    .orElseGet(MoveOutcome.Unknown::new);
        }
    }

    private MoveOutcome moved(long id, Move move, SignedIn by) {
        Optional<Incident> found = jdbc.sql("select i.* from incidents i where i.id = :id and "
                        + by.scope().overlaps("i.organization_ids") + " for update")
                .param("id", id)
                .param("scope", by.scope().parameter())
                .query(Columns::incident)
                .optional();
        if (found.isEmpty()) {
            return new MoveOutcome.Unknown();
        }
        Incident current = found.get();
        if (current.version() != move.version()) {
            return new MoveOutcome.Stale(current.within(by.scope()));
        }
        if (!current.state().leadsTo(move.to())) {
            return new MoveOutcome.WrongState(current.within(by.scope()));
        }
        CloseReason reason = move.reason();
        Incident after = jdbc.sql("""
                        update incidents set state = ?, close_reason = ?,
                            assignee_id = case when ? then ? else assignee_id end,
                            assignee_name = case when ? then ? else assignee_name end,
                            version = version + 1, changed_at = greatest(clock_timestamp(), changed_at)
                        where id = ? returning *""")
                .param(move.to().name())
                .param(reason == null ? null : reason.name())
                .param(move.to() == IncidentState.VERIFYING)
                .param(by.accountId() == 0 ? null : by.accountId())
                .param(move.to() == IncidentState.VERIFYING)
                .param(by.displayName())
                .param(id)
                .query(Columns::incident)
                .single();
        log.add(
                id,
                clock.instant(),
                HistoryEntry.Kind.STATE,
                by,
                current.state().code(),
                reason == null ? move.to().code() : move.to().code() + ":" + reason.code(),
                move.note());
        log.announce(id, false);
        return new MoveOutcome.Moved(after.within(by.scope()));
    }

    @Override
    public boolean comment(long id, String text, SignedIn by) {
        Boolean done = transactions.execute(_ -> {
            if (find(id, by.scope()).isEmpty()) {
                return false;
            }
            log.add(id, clock.instant(), HistoryEntry.Kind.COMMENT, by, null, null, text);
            jdbc.sql("update incidents set changed_at = greatest(clock_timestamp(), changed_at) where id = ?")
                    .param(id)
                    .update();
            log.announce(id, false);
            return true;
        });
        return Boolean.TRUE.equals(done);
    }
}
