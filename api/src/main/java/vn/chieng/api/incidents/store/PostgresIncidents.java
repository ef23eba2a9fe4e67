package vn.chieng.api.incidents.store;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.DetectingRule;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.OrganizationCount;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

@Component
final class PostgresIncidents implements IncidentStore {
    private final JdbcClient jdbc;
    private final SignalApplication signals;
    private final Comments comments;
    private final Families families;
    private final OpenTally tally;

    PostgresIncidents(
            JdbcClient jdbc, SignalApplication signals, Comments comments, Families families, OpenTally tally) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.comments = comments;
        this.families = families;
        this.tally = tally;
    }

    @Override
    public boolean apply(Signal signal) {
        return signals.apply(signal);
    }

    @Override
    public Optional<Incident> find(long id, Reader reader) {
        Scope scope = reader.scope();
        return jdbc.sql("select i.* from incidents i where i.id = :id and " + scope.overlaps("i.organization_ids"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Columns::incident)
                .optional()
                .map(incident -> incident.shownTo(reader));
    }

    @Override
    public List<Incident> findAll(Collection<Long> ids) {
        return jdbc.sql("select * from incidents where id = any (:ids) order by changed_at")
                .param("ids", ids.toArray(Long[]::new))
                .query(Columns::incident)
                .list();
    }

    @Override
    public Map<Severity, Long> openCounts(Scope scope) {
        return tally.bySeverity(scope);
    }

    @Override
    public List<OrganizationCount> openCountsByOrganization(Scope scope) {
        Map<String, Map<Severity, Long>> counts = new LinkedHashMap<>();
        Map<String, Instant> oldest = new HashMap<>();
        jdbc.sql("select o.id, i.severity, count(*) n, min(i.detected_at) oldest from incidents i"
                        + " cross join lateral unnest(i.organization_ids) o(id) where i.open and "
                        + scope.overlaps("i.organization_ids") + " and " + scope.contains("o.id")
                        + " group by o.id, i.severity order by o.id")
                .param("scope", scope.parameter())
                .query(row -> {
                    String id = row.getString("id");
                    counts.computeIfAbsent(id, _ -> new EnumMap<>(Severity.class))
                            .put(Severity.valueOf(row.getString("severity")), row.getLong("n"));
                    oldest.merge(id, Columns.instant(row, "oldest"), (one, other) -> one.isBefore(other) ? one : other);
                });
        return counts.entrySet().stream()
                .map(entry -> new OrganizationCount(
                        entry.getKey(), entry.getValue(), oldest.getOrDefault(entry.getKey(), Instant.MAX)))
                .toList();
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
        return jdbc.sql(
                        "select count(distinct e.event_id) from incident_evidence e where e.incident_id = any (:members)"
                                + " and " + scope.contains("e.organization_id"))
                .param("members", families.members(id))
                .param("scope", scope.parameter())
                .query(Long.class)
                .single();
    }

    @Override
    public List<EvidenceLine> evidence(long id, Reader reader, int offset, int limit) {
        Scope scope = reader.scope();
        return jdbc
                .sql("select distinct on (e.occurred_at, e.event_id) e.* from incident_evidence e"
                        + " where e.incident_id = any (:members) and "
                        + scope.contains("e.organization_id")
                        + " order by e.occurred_at, e.event_id limit :limit offset :offset")
                .param("members", families.members(id))
                .param("scope", scope.parameter())
                .param("limit", limit)
                .param("offset", offset)
                .query(Columns::evidence)
                .list()
                .stream()
                .map(line -> reader.personalData() ? line : line.withoutNames())
                .toList();
    }

    @Override
    public List<HistoryEntry> history(long id, Scope scope, int limit) {
        return jdbc.sql("select h.* from incident_history h where h.incident_id = any (:members) and exists"
                        + " (select from incidents i where i.id = :id and " + scope.overlaps("i.organization_ids")
                        + ") order by h.at desc, h.id desc limit :limit")
                .param("members", families.members(id))
                .param("id", id)
                .param("scope", scope.parameter())
                .param("limit", limit)
                .query(Columns::history)
                .list();
    }

    @Override
    public List<DetectingRule> rules(long id, Scope scope) {
        return jdbc.sql("select distinct on (r.rule_id) r.* from incident_rules r where r.incident_id = any (:members)"
                        + " and exists (select from incidents i where i.id = :id and "
                        + scope.overlaps("i.organization_ids") + ") order by r.rule_id limit 100")
                .param("members", families.members(id))
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
    public boolean comment(long id, String text, SignedIn by) {
        return comments.add(id, text, by);
    }

    @Override
    public boolean event(long id, Instant happened, String text, SignedIn by) {
        return comments.event(id, happened, text, by);
    }
}
