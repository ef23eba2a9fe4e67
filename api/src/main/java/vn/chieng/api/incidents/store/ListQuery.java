package vn.chieng.api.incidents.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.Cursor;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.SqlParameters;

/** The SQL of a list: only fixed text and named parameters. */
final class ListQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final IncidentQuery query;

    ListQuery(IncidentQuery query, Reader reader, IncidentTerms terms) {
        this.query = query;
        Scope scope = reader.scope();
        condition(scope.overlaps("i.organization_ids"), "scope", scope.parameter());
        if (query.states().equals(IncidentState.OPEN)) {
            conditions.add("i.open"); // literally as in the partial index
        } else if (!query.states().isEmpty()) {
            condition("i.state = any (:states)", "states", names(query.states()));
        }
        if (!query.severities().isEmpty()) {
            condition("i.severity = any (:severities)", "severities", names(query.severities()));
        }
        if (query.organizationIds() != null) {
            // asking for a foreign organisation finds nothing, also where an incident concerns it and one's own
            condition(
                    "i.organization_ids && :organizations::text[]",
                    "organizations",
                    query.organizationIds().stream()
                            .filter(scope::covers)
                            .map(Columns::storable)
                            .toArray(String[]::new));
        }
        if (query.since() != null) {
            condition("i.last_seen >= :since", "since", Columns.at(query.since()));
        }
        if (query.until() != null) {
            condition("i.last_seen < :until", "until", Columns.at(query.until()));
        }
        if (!query.asked().equals(Query.EVERYTHING)) {
            var typed = new SqlParameters();
            conditions.add(terms.of(reader, query.me()).sql(query.asked(), typed));
            parameters.putAll(typed.values());
        }
    }

    private void condition(String sql, String name, Object value) {
        conditions.add(sql);
        parameters.put(name, value);
    }

    private static String[] names(java.util.Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** What every row must fulfil. */
    String where() {
        return String.join(" and ", conditions);
    }

    String countSql(long most) {
        return "select count(*) from (select from incidents i where " + String.join(" and ", conditions) + " limit "
                + (most + 1) + ") counted";
    }

    /** One row more than asked for, which tells whether there is a next page. */
    String pageSql() {
        List<String> all = new ArrayList<>(conditions);
        @Nullable Cursor after = query.after();
        String order = switch (query.sort()) {
            case LAST_SEEN -> {
                if (after != null) {
                    all.add("(i.last_seen, i.id) < (:afterSeen, :afterId)");
                }
                yield "i.last_seen desc, i.id desc";
            }
            case SEVERITY -> {
                if (after != null) {
                    all.add("(i.severity > :afterSeverity or i.severity = :afterSeverity"
                            + " and (i.last_seen, i.id) < (:afterSeen, :afterId))");
                }
                yield "i.severity, i.last_seen desc, i.id desc";
            }
        };
        return "select i.* from incidents i where " + String.join(" and ", all) + " order by " + order + " limit "
                + (query.limit() + 1);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    Map<String, Object> pageParameters() {
        var all = new LinkedHashMap<>(parameters);
        @Nullable Cursor after = query.after();
        if (after != null) {
            all.put("afterSeen", Columns.at(after.lastSeen()));
            all.put("afterId", after.id());
            all.put("afterSeverity", after.severity().name());
        }
        return all;
    }
}
