package vn.chieng.api.incidents.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.PersonalData;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.observables.Defanged;
import vn.chieng.api.incidents.observables.Observable;
import vn.chieng.api.incidents.observables.ObservableType;
import vn.chieng.api.incidents.observables.Sighted;

/** Finds the values of an incident in its evidence and in other incidents, within the reader's scope. */
@Component
final class Sightings {
    /** Most values of evidence that are looked at; an incident of a scan may hold thousands of addresses. */
    private static final int MOST_VALUES = 100;

    private final JdbcClient jdbc;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(ObservableType type, String value) {}

    List<Sighted> of(long incidentId, List<Observable> kept, Reader reader) {
        Map<Key, Long> lines = lines(incidentId, reader);
        Map<Key, @Nullable Observable> keys = new LinkedHashMap<>();
        kept.forEach(each -> keys.put(new Key(each.type(), each.value()), each));
        lines.keySet().forEach(key -> keys.putIfAbsent(key, null));
        List<Sighted> sighted = new ArrayList<>();
        keys.forEach((key, observable) -> sighted.add(
                sighted(key, observable, lines.getOrDefault(key, 0L), incidents(incidentId, key, reader), reader)));
        return sighted.stream()
                .sorted(Comparator.comparing((Sighted each) -> each.kept() == null)
                        .thenComparing(
                                Comparator.comparingLong(Sighted::incidents).reversed())
                        .thenComparing(Comparator.comparingLong(Sighted::lines).reversed()))
                .toList();
    }

    private static Sighted sighted(Key key, @Nullable Observable kept, long lines, long incidents, Reader reader) {
        boolean whole = reader.personalData() || !key.type().personal();
        String value = whole ? key.value() : PersonalData.name(key.value());
        return new Sighted(
                kept == null ? null : kept.shownTo(reader), key.type(), value, Defanged.of(value), lines, incidents);
    }

    /** What its evidence names: addresses, hosts, users. */
    private Map<Key, Long> lines(long incidentId, Reader reader) {
        Map<Key, Long> lines = new LinkedHashMap<>();
        String of = " from incident_evidence e where e.incident_id in (select incident_family(:id)) and "
                + reader.scope().contains("e.organization_id");
        jdbc.sql("select * from (select 'source' kind, e.source_ip value, count(*) n" + of
                        + " and e.source_ip is not null group by 2 union all select 'host', lower(e.host), count(*)"
                        + of
                        + " and e.host is not null group by 2 union all select 'user', lower(e.user_name), count(*)"
                        + of
                        + " and e.user_name is not null group by 2) named order by n desc, value limit " + MOST_VALUES)
                .param("id", incidentId)
                .param("scope", reader.scope().parameter())
                .query(row -> {
                    String value = row.getString("value");
                    ObservableType type = switch (row.getString("kind")) {
                        case "source" -> value.indexOf(':') < 0 ? ObservableType.IPV4_ADDR : ObservableType.IPV6_ADDR;
                        case "host" -> ObservableType.HOSTNAME;
                        default -> ObservableType.USER_ACCOUNT;
                    };
                    if (!value.isEmpty()) {
                        lines.merge(new Key(type, value), row.getLong("n"), Long::sum);
                    }
                });
        return lines;
    }

    /** In how many other incidents within the scope the value stands, kept or in evidence. */
    private long incidents(long incidentId, Key key, Reader reader) {
        return jdbc.sql("select count(*) from incidents i where i.id <> :id and i.merged_into is distinct from :id"
                        + " and i.id in (" + whereSeen(key.type(), reader) + ") and "
                        + reader.scope().overlaps("i.organization_ids"))
                .param("id", incidentId)
                .param("type", key.type().name())
                .param("value", key.value())
                .param("scope", reader.scope().parameter())
                .query(Long.class)
                .single();
    }

    /** The SQL of the ids of incidents in which {@code :value} of {@code :type} stands. */
    static String whereSeen(ObservableType type, Reader reader) {
        String kept = "select o.incident_id from incident_observables o where o.type = :type and o.value = :value";
        String column = switch (type) {
            case IPV4_ADDR, IPV6_ADDR -> "e.source_ip";
            case HOSTNAME -> "lower(e.host)";
            case USER_ACCOUNT -> "lower(e.user_name)";
            default -> "";
        };
        return column.isEmpty()
                ? kept
                : kept + " union select e.incident_id from incident_evidence e where " + column + " = :value and "
                        + reader.scope().contains("e.organization_id");
    }
}
