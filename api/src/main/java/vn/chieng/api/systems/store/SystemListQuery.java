package vn.chieng.api.systems.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemStatus;

/** The SQL of a list: only fixed text and named parameters. */
final class SystemListQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final SystemQuery query;

    SystemListQuery(SystemQuery query, Scope scope, SystemTerms terms) {
        this.query = query;
        condition(scope.overlaps("s.organization_ids"), "scope", scope.parameter());
        var typed = new SqlParameters();
        conditions.add(terms.of(scope, query.phases()).sql(query.asked(), typed));
        parameters.putAll(typed.values());
        if (query.organizationIds() != null) {
            // asking for a foreign organisation finds nothing, also where it shares a system with one's own
            condition(
                    "s.organization_ids && :organizations",
                    "organizations",
                    query.organizationIds().stream().filter(scope::covers).toArray(String[]::new));
        }
        if (!query.levels().isEmpty()) {
            condition(
                    "coalesce(s.level, 0) = any (:levels)",
                    "levels",
                    query.levels().toArray(Integer[]::new));
        }
        codes("s.status", "statuses", query.statuses(), SystemStatus::code);
        codes("s.hosting", "hostings", query.hostings(), Hosting.Kind::code);
        if (query.attention()) {
            conditions.add(SystemTerms.ATTENTION);
        }
    }

    private <T> void codes(String column, String name, Collection<T> values, Function<T, String> code) {
        if (!values.isEmpty()) {
            condition(
                    column + " = any (:" + name + ")",
                    name,
                    values.stream().map(code).toArray(String[]::new));
        }
    }

    private void condition(String sql, String name, Object value) {
        conditions.add(sql);
        parameters.put(name, value);
    }

    String text() {
        return "select s.* from systems s where " + String.join(" and ", conditions) + " order by "
                + switch (query.sort()) {
                    case NAME, CODE -> "s.code";
                    case LEVEL -> "s.level desc nulls last, s.code";
                    case CHANGED -> "s.changed_at desc, s.code";
                };
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
