package vn.chieng.api.organizations.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.CodeScheme;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationCode;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.organizations.OrganizationQuery;
import vn.chieng.api.organizations.OrganizationRegister;
import vn.chieng.api.organizations.OrganizationRow;
import vn.chieng.api.query.SqlParameters;

@Component
final class PostgresRegister implements OrganizationRegister {
    private static final String OVERDUE =
            "(k.verified_at is null or k.verified_at + k.verify_days * interval '1 day' < :now)";

    private final JdbcClient jdbc;
    private final EntryWriter writer;
    private final OrganizationTerms terms;

    PostgresRegister(JdbcClient jdbc, EntryWriter writer, OrganizationTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.writer = writer;
    }

    @Override
    public List<OrganizationRow> list(OrganizationQuery query, Scope scope) {
        List<String> conditions = new ArrayList<>(List.of(scope.contains("o.id")));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("scope", scope.parameter());
        parameters.put("today", query.today());
        parameters.put("now", query.now().atOffset(java.time.ZoneOffset.UTC));
        var typed = new SqlParameters();
        conditions.add(terms.of(scope).sql(query.asked(), typed));
        parameters.putAll(typed.values());
        if (query.kind() != null) {
            conditions.add("o.kind = :kind");
            parameters.put("kind", query.kind().code());
        }
        if (query.parentId() != null) {
            conditions.add("o.parent_id = :parent and " + scope.contains("o.parent_id"));
            parameters.put("parent", query.parentId());
        }
        switch (query.presence()) {
            case EXISTING -> conditions.add("(o.valid_to is null or o.valid_to >= :today)");
            case ENDED -> conditions.add("o.valid_to < :today");
            case ALL -> {}
        }
        switch (query.contacts()) {
            case ANY -> {}
            case OVERDUE -> conditions.add("k.overdue > 0");
            case MISSING -> conditions.add("k.contacts = 0");
        }
        return jdbc.sql("""
                        select o.*, k.contacts, k.overdue, array(
                            select c.value from organization_codes c left join organization_code_schemes s using (scheme)
                            where c.organization_id = o.id and (c.valid_to is null or c.valid_to >= :today)
                            order by s.place, c.scheme, c.value) codes
                        from organizations o cross join lateral (
                            select count(*) contacts, count(*) filter (where %s) overdue
                            from organization_contacts k where k.organization_id = o.id) k
                        where %s limit %d""".formatted(OVERDUE, String.join(" and ", conditions), MOST_LISTED))
                .params(parameters)
                .query(PostgresRegister::listed)
                .list();
    }

    private static OrganizationRow listed(ResultSet row, int number) throws SQLException {
        return new OrganizationRow(
                Rows.organization(row, number),
                List.of((String[]) row.getArray("codes").getArray()),
                row.getInt("contacts"),
                row.getInt("overdue"));
    }

    @Override
    public Map<OrganizationKind, Long> counts(LocalDate day, Scope scope) {
        Map<OrganizationKind, Long> counts = new EnumMap<>(OrganizationKind.class);
        jdbc.sql("select o.kind, count(*) n from organizations o where (o.valid_to is null or o.valid_to >= :day) and "
                        + scope.contains("o.id") + " group by o.kind")
                .param("day", day)
                .param("scope", scope.parameter())
                .query(row -> {
                    counts.put(OrganizationKind.of(row.getString("kind")).orElseThrow(), row.getLong("n"));
                });
        return counts;
    }

    @Override
    public Optional<OrganizationEntry> find(String id, Scope scope) {
        return jdbc.sql("select o.* from organizations o where o.id = :id and " + scope.contains("o.id"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Rows::organization)
                .optional()
                .map(organization -> new OrganizationEntry(organization, codes(id), links(id, scope)));
    }

    private List<OrganizationCode> codes(String id) {
        return jdbc.sql("select * from organization_codes where organization_id = :id")
                .param("id", id)
                .query(Rows::code)
                .list();
    }

    private Set<String> links(String id, Scope scope) {
        return new TreeSet<>(jdbc.sql("select p.predecessor_id from organization_predecessors p"
                        + " where p.organization_id = :id and " + scope.contains("p.predecessor_id"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(String.class)
                .list());
    }

    @Override
    public List<Organization> predecessors(String id, Scope scope) {
        return linked(
                "select o.* from organizations o join organization_predecessors p on p.predecessor_id = o.id"
                        + " where p.organization_id = :id and ",
                id,
                scope);
    }

    @Override
    public List<Organization> successors(String id, Scope scope) {
        return linked(
                "select o.* from organizations o join organization_predecessors p on p.organization_id = o.id"
                        + " where p.predecessor_id = :id and ",
                id,
                scope);
    }

    private List<Organization> linked(String sql, String id, Scope scope) {
        return jdbc.sql(sql + scope.contains("o.id") + " order by o.search_text, o.id limit " + MOST_LISTED)
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Rows::organization)
                .list();
    }

    @Override
    public List<OrganizationEntry> entries(Scope scope) {
        Map<String, List<OrganizationCode>> codes = new HashMap<>();
        jdbc.sql("select c.* from organization_codes c where " + scope.contains("c.organization_id"))
                .param("scope", scope.parameter())
                .query(row -> {
                    codes.computeIfAbsent(row.getString("organization_id"), _ -> new ArrayList<>())
                            .add(Rows.code(row, 0));
                });
        Map<String, Set<String>> predecessors = new HashMap<>();
        jdbc.sql("select p.* from organization_predecessors p where " + scope.contains("p.organization_id") + " and "
                        + scope.contains("p.predecessor_id"))
                .param("scope", scope.parameter())
                .query(row -> {
                    predecessors
                            .computeIfAbsent(row.getString("organization_id"), _ -> new TreeSet<>())
                            .add(row.getString("predecessor_id"));
                });
        return jdbc.sql("select o.* from organizations o where " + scope.contains("o.id"))
                .param("scope", scope.parameter())
                .query((row, number) -> {
                    Organization organization = Rows.organization(row, number);
                    return new OrganizationEntry(
                            organization,
                            codes.getOrDefault(organization.id(), List.of()),
                            predecessors.getOrDefault(organization.id(), Set.of()));
                })
                .list();
    }

    @Override
    public List<CodeScheme> schemes() {
        return jdbc.sql("select scheme, name_vi, name_en from organization_code_schemes order by place, scheme")
                .query((row, _) ->
                        new CodeScheme(row.getString("scheme"), row.getString("name_vi"), row.getString("name_en")))
                .list();
    }

    @Override
    public long advance() {
        return jdbc.sql("update organization_changes set version = version + 1 returning version - 1")
                .query(Long.class)
                .single();
    }

    @Override
    public void add(OrganizationEntry entry) {
        writer.add(entry);
    }

    @Override
    public void change(OrganizationEntry entry) {
        writer.change(entry);
    }
}
