package vn.chieng.api.incidents.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.queue.IncidentPage;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.queue.Queue;
import vn.chieng.api.incidents.queue.QueueGrouping;
import vn.chieng.api.vietnamese.SearchText;

@Component
final class PostgresQueue implements IncidentQueue {
    private final JdbcClient jdbc;
    private final IncidentTerms terms;
    private final OpenTally tally;

    PostgresQueue(JdbcClient jdbc, IncidentTerms terms, OpenTally tally) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.tally = tally;
    }

    @Override
    public IncidentPage list(IncidentQuery query, Reader reader) {
        return page(query, reader, counted(query, reader));
    }

    @Override
    public List<Incident> page(IncidentQuery query, Reader reader) {
        return page(query, reader, 0).items();
    }

    @Override
    public Queue open(IncidentQuery query, Reader reader) {
        Map<Severity, Long> counts = tally.bySeverity(reader.scope());
        long total = query.isEveryOpenOne()
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counted(query, reader);
        return new Queue(page(query, reader, total), counts);
    }

    /** Counted as far as anybody reads. */
    private long counted(IncidentQuery query, Reader reader) {
        var sql = new ListQuery(query, reader, terms);
        return jdbc.sql(sql.countSql(IncidentPage.COUNTED))
                .params(sql.parameters())
                .query(Long.class)
                .single();
    }

    private IncidentPage page(IncidentQuery query, Reader reader, long total) {
        var sql = new ListQuery(query, reader, terms);
        List<Incident> rows = jdbc.sql(sql.pageSql())
                .params(sql.pageParameters())
                .query(Columns::incident)
                .list();
        boolean more = rows.size() > query.limit();
        List<Incident> shown = (more ? rows.subList(0, query.limit()) : rows)
                .stream().map(incident -> incident.shownTo(reader)).toList();
        return IncidentPage.of(shown, total, more);
    }

    @Override
    public boolean matches(long id, IncidentQuery query, Reader reader) {
        var sql = new ListQuery(query, reader, terms);
        return jdbc.sql("select exists (select from incidents i where i.id = :id and " + sql.where() + ")")
                .params(sql.parameters())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long count(IncidentQuery query, Reader reader) {
        var sql = new ListQuery(query, reader, terms);
        return jdbc.sql("select count(*) from incidents i where " + sql.where())
                .params(sql.parameters())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Long> ids(IncidentQuery query, Reader reader, int most) {
        var sql = new ListQuery(query, reader, terms);
        return jdbc.sql("select i.id from incidents i where " + sql.where()
                        + " order by i.last_seen desc, i.id desc limit :most")
                .params(sql.parameters())
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public List<Group> groups(IncidentQuery query, QueueGrouping by, Reader reader) {
        var sql = new ListQuery(query, reader, terms);
        return jdbc.sql("with listed as (select i.* from incidents i where " + sql.where() + ") "
                        + members(by, reader.scope())
                        + " select m.key, max(m.vi) vi, max(m.en) en, count(*) n, min(m.severity) worst,"
                        + " min(m.first_seen) first, max(m.last_seen) last from members m group by m.key"
                        + " order by n desc, worst, m.key limit :groups")
                .params(sql.parameters())
                .param("groups", MOST_GROUPS)
                .query((row, _) -> new Group(
                        row.getString("key"),
                        row.getString("vi"),
                        row.getString("en"),
                        row.getLong("n"),
                        Severity.valueOf(row.getString("worst")),
                        Columns.instant(row, "first"),
                        Columns.instant(row, "last")))
                .list();
    }

    /** Each listed incident once for every key it has; systems, organisations and evidence of others name nothing. */
    private static String members(QueueGrouping by, Scope scope) {
        String of = ", l.severity, l.first_seen, l.last_seen from listed l ";
        return ", members as ("
                + switch (by) {
                    case RULE ->
                        "select r.rule_id key, r.title_vi vi, r.title_en en" + of
                                + "join incident_rules r on r.incident_id = l.id";
                    case SYSTEM ->
                        "select s.id::text key, s.name vi, s.name en" + of
                                + "join systems s on s.id = l.system_id where " + scope.overlaps("s.organization_ids");
                    case ORGANIZATION ->
                        "select o.id key, o.id vi, o.id en" + of
                                + "cross join lateral unnest(l.organization_ids) o (id) where "
                                + scope.contains("o.id");
                    case IP ->
                        "select e.source_ip key, e.source_ip vi, e.source_ip en" + of
                                + "join (select distinct incident_id, source_ip from incident_evidence x where source_ip is not null and "
                                + scope.contains("x.organization_id") + ") e on e.incident_id = l.id";
                }
                + ")";
    }

    @Override
    public List<Long> withEvidence(String eventId, Reader reader, int most) {
        return jdbc.sql(
                        "select i.id from incidents i where i.id in (select e.incident_id from incident_evidence e where"
                                + " e.event_id = :event and " + reader.scope().contains("e.organization_id")
                                + ") order by i.last_seen desc limit :most")
                .param("event", SignalRows.key(eventId))
                .param("scope", reader.scope().parameter())
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public List<Long> numbered(String number, Reader reader) {
        return jdbc.sql("select i.id from incidents i where upper(i.number) = upper(:number) and "
                        + reader.scope().overlaps("i.organization_ids") + " limit 1")
                .param("number", Columns.storable(number.strip()))
                .param("scope", reader.scope().parameter())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public Map<Long, List<String>> labels(Collection<Long> ids) {
        Map<Long, List<String>> labels = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select incident_id, array_agg(label order by label) labels from incident_labels"
                            + " where incident_id = any (:ids) group by incident_id")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(row -> {
                        labels.put(row.getLong("incident_id"), Columns.texts(row, "labels"));
                    });
        }
        return labels;
    }

    @Override
    public List<String> labelsLike(String begun, Reader reader, int most) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("begun", SearchText.pattern(Columns.storable(begun)).substring(1));
        parameters.put("scope", reader.scope().parameter());
        parameters.put("most", most);
        return jdbc.sql("select distinct c.label from incident_labels c join incidents i on i.id = c.incident_id"
                        + " where c.search_text like :begun and "
                        + reader.scope().overlaps("i.organization_ids")
                        + " order by c.label limit :most")
                .params(parameters)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
