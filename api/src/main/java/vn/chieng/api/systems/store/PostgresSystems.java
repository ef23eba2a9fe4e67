package vn.chieng.api.systems.store;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStore;

@Component
final class PostgresSystems implements SystemRegister, SystemStore {
    private final JdbcClient jdbc;
    private final SystemRows rows;
    private final SystemTerms terms;

    PostgresSystems(JdbcClient jdbc, SystemRows rows, SystemTerms terms) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.terms = terms;
    }

    @Override
    public Optional<RegisteredSystem> find(UUID id, Scope scope) {
        return one("s.id = :key", id, scope, "");
    }

    @Override
    public Optional<RegisteredSystem> find(String code, Scope scope) {
        return one("s.code = :key", code, scope, "");
    }

    @Override
    public Optional<RegisteredSystem> lock(UUID id, Scope scope) {
        return one("s.id = :key", id, scope, " for update");
    }

    private Optional<RegisteredSystem> one(String condition, Object key, Scope scope, String lock) {
        return jdbc.sql("select s.* from systems s where " + condition + " and " + scope.overlaps("s.organization_ids")
                        + lock)
                .param("key", key)
                .param("scope", scope.parameter())
                .query(rows::system)
                .optional();
    }

    @Override
    public List<RegisteredSystem> findAll(Collection<UUID> ids, Scope scope) {
        return jdbc.sql("select s.* from systems s where s.id = any (:ids) and " + scope.overlaps("s.organization_ids")
                        + " order by s.code")
                .param("ids", ids.toArray(UUID[]::new))
                .param("scope", scope.parameter())
                .query(rows::system)
                .list();
    }

    @Override
    public List<RegisteredSystem> list(SystemQuery query, Scope scope) {
        SystemListQuery sql = new SystemListQuery(query, scope, terms);
        List<RegisteredSystem> found = jdbc.sql(sql.text())
                .params(sql.parameters())
                .query(rows::system)
                .list();
        return query.sort() == SystemQuery.Sort.NAME ? byName(found) : found;
    }

    /** Not every PostgreSQL knows the Vietnamese order. */
    private static List<RegisteredSystem> byName(List<RegisteredSystem> systems) {
        Collator vietnamese = Collator.getInstance(Locale.of("vi"));
        return systems.stream()
                .sorted(Comparator.comparing(RegisteredSystem::name, vietnamese).thenComparing(RegisteredSystem::code))
                .toList();
    }

    @Override
    public Set<UUID> withOpenTasks(Scope scope) {
        return having("system_tasks x where x.system_id = s.id and x.closed_at is null", scope);
    }

    @Override
    public Set<UUID> withExceptions(Scope scope) {
        return having("system_exceptions x where x.system_id = s.id and x.ended_at is null", scope);
    }

    private Set<UUID> having(String what, Scope scope) {
        return new HashSet<>(jdbc.sql("select s.id from systems s where exists (select from " + what + ") and "
                        + scope.overlaps("s.organization_ids"))
                .param("scope", scope.parameter())
                .query(UUID.class)
                .list());
    }

    @Override
    public String nextCode() {
        return "HT-%05d"
                .formatted(jdbc.sql("select nextval('system_codes')")
                        .query(Long.class)
                        .single());
    }

    @Override
    public void add(RegisteredSystem system) {
        jdbc.sql("""
                        insert into systems (id, code, name, purpose, beneficiaries, operator_id, owner_id, delegate_id,
                            delegate_until, delegation_paper, organization_ids, hosting, hosting_place, hired_service, contract,
                            project_start, status, status_since, answers, scoping, counts, level, determination, created_at,
                            changed_at, search_text)
                        values (:id, :code, :name, :purpose, :beneficiaries, :operator, :owner, :delegate, :delegateUntil,
                            :delegationPaper, :organizations, :hosting, :hostingPlace, :hired, :contract::jsonb, :projectStart,
                            :status, :statusSince, :answers::jsonb, :scoping::jsonb, :counts::jsonb, :level,
                            :determination::jsonb, :createdAt, :changedAt, :searchText)""")
                .params(parameters(system))
                .param("createdAt", SystemRows.at(system.createdAt()))
                .update();
    }

    @Override
    public void change(RegisteredSystem system) {
        jdbc.sql("""
                        update systems set code = :code, name = :name, purpose = :purpose, beneficiaries = :beneficiaries,
                            operator_id = :operator, owner_id = :owner, delegate_id = :delegate,
                            delegate_until = :delegateUntil, delegation_paper = :delegationPaper,
                            organization_ids = :organizations, hosting = :hosting, hosting_place = :hostingPlace,
                            hired_service = :hired, contract = :contract::jsonb, project_start = :projectStart,
                            status = :status, status_since = :statusSince, answers = :answers::jsonb,
                            scoping = :scoping::jsonb, counts = :counts::jsonb, level = :level,
                            determination = :determination::jsonb, version = version + 1, changed_at = :changedAt,
                            search_text = :searchText
                        where id = :id""").params(parameters(system)).update();
    }

    private Map<String, @Nullable Object> parameters(RegisteredSystem system) {
        SystemCard card = system.card();
        Delegation delegation = card.delegation();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", system.id());
        values.put("code", system.code());
        values.put("name", card.name());
        values.put("purpose", card.purpose());
        values.put("beneficiaries", card.beneficiaries());
        values.put("operator", card.operatorId());
        values.put("owner", card.ownerId());
        values.put("delegate", delegation == null ? null : delegation.delegateId());
        values.put("delegateUntil", delegation == null ? null : delegation.until());
        values.put("delegationPaper", delegation == null ? null : delegation.paper());
        values.put("organizations", card.organizationIds().toArray(String[]::new));
        values.put("hosting", card.hosting().kind().code());
        values.put("hostingPlace", card.hosting().place());
        values.put("hired", card.hosting().hired());
        values.put("contract", rows.text(card.hosting().contract()));
        values.put("projectStart", card.projectStart());
        values.put("status", system.status().code());
        values.put("statusSince", system.statusSince());
        values.put("answers", rows.text(system.answers().inputs()));
        values.put("scoping", rows.text(system.answers().scoping()));
        values.put("counts", rows.text(system.answers().counts()));
        values.put("level", system.level());
        values.put("determination", rows.textOrNull(system.determination()));
        values.put("changedAt", SystemRows.at(system.changedAt()));
        values.put("searchText", SystemRows.searchText(system));
        return values;
    }

    @Override
    public void addDetermination(UUID systemId, Determination determination) {
        jdbc.sql("insert into system_determinations (system_id, at, level, determination) values (?, ?, ?, ?::jsonb)")
                .param(systemId)
                .param(SystemRows.at(determination.at()))
                .param(determination.level())
                .param(rows.text(determination))
                .update();
    }

    @Override
    public List<Determination> determinations(UUID systemId) {
        return jdbc.sql("select determination from system_determinations where system_id = ? order by id desc")
                .param(systemId)
                .query(rows::made)
                .list();
    }
}
