package vn.chieng.api.incidents.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.related.Likeness;
import vn.chieng.api.incidents.related.Related;
import vn.chieng.api.incidents.related.Related.Kind;
import vn.chieng.api.incidents.related.Related.Reason;
import vn.chieng.api.incidents.related.RelatedIncidents;

/** Looks for shared values by index, each kind bounded, the latest incidents first. */
@Component
final class PostgresRelated implements RelatedIncidents {
    /** Most incidents looked at for each kind of reason. */
    private static final int MOST_EACH = 200;

    /** A value that stands in this many lines' worth of incidents tells nothing. */
    private static final int MOST_VALUES = 50;

    private final JdbcClient jdbc;
    private final Families families;

    PostgresRelated(JdbcClient jdbc, Families families) {
        this.jdbc = jdbc;
        this.families = families;
    }

    @Override
    public List<Related> of(Incident incident, Reader reader, int limit) {
        Map<Long, List<Reason>> reasons = new LinkedHashMap<>();
        Long[] members = families.members(incident.id());
        String evidence = reader.scope().contains("e.organization_id");
        String others = reader.scope().contains("o.organization_id");
        find(reasons, Kind.OBSERVABLE, members, reader, """
                select o.incident_id other, e.value from incident_observables e
                join incident_observables o on o.type = e.type and o.value = e.value
                where e.incident_id = any (:members) and e.type not in ('USER_ACCOUNT', 'EMAIL_ADDR')""");
        find(reasons, Kind.ADDRESS, members, reader, """
                select o.incident_id other, e.source_ip "value" from (select distinct e.source_ip from incident_evidence e
                    where e.incident_id = any (:members) and e.source_ip <> '' and %s limit %d) e
                join incident_evidence o on o.source_ip = e.source_ip and %s
                group by 1, 2""".formatted(evidence, MOST_VALUES, others));
        find(reasons, Kind.HOST, members, reader, """
                select o.incident_id other, e.host "value" from (select distinct lower(e.host) host
                    from incident_evidence e where e.incident_id = any (:members) and e.host <> '' and %s limit %d) e
                join incident_evidence o on lower(o.host) = e.host and %s
                group by 1, 2""".formatted(evidence, MOST_VALUES, others));
        find(reasons, Kind.RULE, members, reader, """
                select o.incident_id other, e.title_vi "value" from (select distinct on (e.rule_id) e.* from incident_rules e
                    where e.incident_id = any (:members) limit %d) e
                join incident_rules o on o.rule_id = e.rule_id""".formatted(MOST_VALUES));
        return ranked(incident, reasons, reader, limit);
    }

    private void find(Map<Long, List<Reason>> reasons, Kind kind, Long[] members, Reader reader, String sql) {
        jdbc.sql("select f.other, f.value from (" + sql + ") f join incidents i on i.id = f.other and "
                        + reader.scope().overlaps("i.organization_ids")
                        + " where f.other <> all (:members) order by f.other desc limit " + MOST_EACH)
                .param("members", members)
                .param("scope", reader.scope().parameter())
                .query(row -> {
                    reasons.computeIfAbsent(row.getLong("other"), _ -> new ArrayList<>())
                            .add(new Reason(kind, row.getString("value")));
                });
    }

    private List<Related> ranked(Incident incident, Map<Long, List<Reason>> reasons, Reader reader, int limit) {
        Map<Long, Incident> incidents = jdbc
                .sql("select * from incidents where id = any (?)")
                .param(reasons.keySet().toArray(Long[]::new))
                .query(Columns::incident)
                .list()
                .stream()
                .map(other -> other.shownTo(reader))
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        Incident.Merged merged = incident.merged();
        return incidents.values().stream()
                .filter(other -> merged == null || other.id() != merged.into())
                .map(other -> related(incident, other, reasons.getOrDefault(other.id(), List.of())))
                .sorted(Comparator.comparingInt(Related::likeness)
                        .reversed()
                        .thenComparing(each -> each.incident().lastSeen(), Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    private static Related related(Incident incident, Incident other, List<Reason> found) {
        List<Reason> reasons = new ArrayList<>(found);
        if (incident.entity().equals(other.entity())) {
            reasons.add(new Reason(Kind.SUBJECT, other.subject()));
        }
        other.techniques().stream()
                .filter(incident.techniques()::contains)
                .map(technique -> new Reason(Kind.TECHNIQUE, technique))
                .forEach(reasons::add);
        reasons.sort(Comparator.comparing(Reason::kind));
        return new Related(other, Likeness.of(reasons), reasons);
    }
}
