package vn.chieng.api.audit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.log.AuditQuery;
import vn.chieng.api.vietnamese.SearchText;

/** The SQL of a list of entries: only fixed text and named parameters. */
final class EntryQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final @Nullable Long after;

    EntryQuery(AuditQuery query, Scope scope) {
        after = query.after();
        conditions.add(scope.overlaps("e.organization_ids"));
        parameters.put("scope", scope.parameter());
        condition("e.day >= :from", "from", query.from());
        condition("e.day <= :to", "to", query.to());
        condition("e.actor_name = :person", "person", query.person());
        condition("e.role = :role", "role", query.role());
        condition("e.action = :action", "action", query.action());
        condition("e.object_type = :type", "type", query.objectType());
        condition("e.object_id = :object", "object", query.objectId());
        condition("e.address = :address", "address", query.address());
        String organization = query.organizationId();
        if (organization != null) {
            // a foreign organisation finds nothing, also where an entry is about it and one's own
            condition(
                    scope.covers(organization)
                            ? "e.organization_ids @> array[:organization]::text[]"
                            : "false and :organization = ''",
                    "organization",
                    organization);
        }
        String text = query.text();
        if (text != null) {
            condition("e.search_text like :text", "text", SearchText.pattern(text));
        }
    }

    private void condition(String sql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            parameters.put(name, value instanceof String text ? text.replace("\0", "") : value);
        }
    }

    String countSql(long most) {
        return "select count(*) from (select from audit_entries e where " + String.join(" and ", conditions) + " limit "
                + (most + 1) + ") counted";
    }

    String pageSql(int limit) {
        return "select e.* from audit_entries e where " + String.join(" and ", conditions)
                + (after == null ? "" : " and e.number < :after") + " order by e.number desc limit " + limit;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    Map<String, Object> pageParameters() {
        var all = new LinkedHashMap<>(parameters);
        if (after != null) {
            all.put("after", after);
        }
        return all;
    }
}
