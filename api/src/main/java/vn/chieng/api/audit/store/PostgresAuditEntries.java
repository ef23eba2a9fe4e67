package vn.chieng.api.audit.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.audit.AuditSubject;
import vn.chieng.api.audit.log.AuditList;
import vn.chieng.api.audit.log.AuditQuery;
import vn.chieng.api.audit.log.AuditSearch;

@Component
final class PostgresAuditEntries implements AuditSearch, AuditHistory {
    private static final int MOST_HISTORY = 500;

    private final JdbcClient jdbc;

    PostgresAuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AuditList list(AuditQuery query, Scope scope) {
        List<AuditEntry> rows = rows(query.limit() + 1, query, scope);
        var sql = new EntryQuery(query, scope);
        long total = jdbc.sql(sql.countSql(AuditList.COUNTED))
                .params(sql.parameters())
                .query(Long.class)
                .single();
        boolean more = rows.size() > query.limit();
        List<AuditEntry> shown = more ? rows.subList(0, query.limit()) : rows;
        return new AuditList(shown, total, more ? shown.getLast().number() : null);
    }

    @Override
    public List<AuditEntry> rows(AuditQuery query, Scope scope) {
        return rows(query.limit(), query, scope);
    }

    private List<AuditEntry> rows(int limit, AuditQuery query, Scope scope) {
        var sql = new EntryQuery(query, scope);
        return jdbc.sql(sql.pageSql(limit))
                .params(sql.pageParameters())
                .query(Rows::entry)
                .list();
    }

    @Override
    public Optional<AuditEntry> find(long number, Scope scope) {
        return jdbc.sql("select e.* from audit_entries e where e.number = :number and "
                        + scope.overlaps("e.organization_ids"))
                .param("number", number)
                .param("scope", scope.parameter())
                .query(Rows::entry)
                .optional();
    }

    @Override
    public List<String> actions() {
        return codes("action");
    }

    @Override
    public List<String> objectTypes() {
        return codes("object_type");
    }

    /** Steps from one value to the next along the index, instead of reading every entry. */
    private List<String> codes(String column) {
        return jdbc.sql("""
                        with recursive found as (
                            (select %1$s as code from audit_entries order by %1$s limit 1)
                            union all
                            select (select e.%1$s from audit_entries e where e.%1$s > found.code order by e.%1$s limit 1)
                            from found where found.code is not null)
                        select code from found where code is not null limit 500""".formatted(column))
                .query((row, _) -> row.getString("code"))
                .list();
    }

    @Override
    public List<AuditEntry> of(String objectType, String objectId, int limit) {
        return jdbc.sql("select * from audit_entries where object_type = ? and object_id = ?"
                        + " order by number desc limit ?")
                .params(objectType, objectId, Math.clamp(limit, 1, MOST_HISTORY))
                .query(Rows::entry)
                .list();
    }

    @Override
    public List<AuditEntry> of(List<AuditSubject> objects, int limit) {
        if (objects.isEmpty()) {
            return List.of();
        }
        List<Object[]> pairs = objects.stream()
                .map(object -> new Object[] {object.type(), object.id()})
                .toList();
        return jdbc.sql("select * from audit_entries where (object_type, object_id) in (:pairs)"
                        + " order by number desc limit :limit")
                .param("pairs", pairs)
                .param("limit", Math.clamp(limit, 1, MOST_HISTORY))
                .query(Rows::entry)
                .list();
    }
}
