package vn.chieng.api.dossiers.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.dossiers.Dossier;
import vn.chieng.api.dossiers.DossierStore;
import vn.chieng.api.dossiers.StoredSection;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.vietnamese.SearchText;

@Component
final class PostgresDossiers implements DossierStore {
    private static final String SELECT =
            "select d.*, s.code as system_code, s.name as system_name from dossiers d join systems s on s.id = d.system_id ";

    private static final String SEATED =
            "exists (select from dossier_council c where c.dossier_id = d.id and c.account_id = ?)";

    private final JdbcClient jdbc;
    private final DossierRows rows;
    private final DossierTerms terms;

    PostgresDossiers(JdbcClient jdbc, DossierRows rows, DossierTerms terms) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.terms = terms;
    }

    @Override
    public String nextNumber(int year) {
        int next = jdbc.sql("""
                        insert into dossier_numbers (year, last) values (?, 1)
                        on conflict (year) do update set last = dossier_numbers.last + 1 returning last""").param(year).query(Integer.class).single();
        return "HS-%d-%04d".formatted(year, next);
    }

    @Override
    public void add(Dossier dossier) {
        jdbc.sql("""
                        insert into dossiers (id, number, system_id, edition, predecessor_id, organization_ids, pack,
                            pack_version, level, state, course, flags, label, created_at, changed_at, search_text)
                        values (:id, :number, :system, :edition, :predecessor, :organizations, :pack, :packVersion, :level,
                            :state, :course::jsonb, :flags, :label, :changedAt, :changedAt, :searchText)""")
                .params(parameters(dossier))
                .param("system", dossier.systemId())
                .param("edition", dossier.edition())
                .param("predecessor", dossier.predecessorId())
                .param("flags", dossier.flags().toArray(String[]::new))
                .param("label", dossier.label())
                .param("number", dossier.number())
                .param(
                        "searchText",
                        SearchText.kept(dossier.number() + " " + dossier.systemCode() + " " + dossier.systemName()))
                .update();
    }

    @Override
    public void move(Dossier dossier) {
        Dossier.Seal seal = dossier.seal();
        Map<String, @Nullable Object> parameters = parameters(dossier);
        parameters.put("sha256", seal == null ? null : seal.sha256());
        parameters.put("sealedAt", seal == null ? null : DossierRows.at(seal.at()));
        parameters.put("approvedOn", dossier.approvedOn());
        jdbc.sql("""
                        update dossiers set organization_ids = :organizations, pack = :pack, pack_version = :packVersion,
                            level = :level, state = :state, course = :course::jsonb, sealed_sha256 = :sha256,
                            sealed_at = :sealedAt, approved_on = :approvedOn, version = version + 1,
                            changed_at = :changedAt
                        where id = :id""").params(parameters).update();
    }

    private Map<String, @Nullable Object> parameters(Dossier dossier) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", dossier.id());
        values.put("organizations", dossier.organizationIds().toArray(String[]::new));
        values.put("pack", dossier.course().pack().pack());
        values.put("packVersion", dossier.course().pack().version());
        values.put("level", dossier.level());
        values.put("state", dossier.state().name());
        values.put("course", rows.text(dossier.course()));
        values.put("changedAt", DossierRows.at(dossier.changedAt()));
        return values;
    }

    @Override
    public Optional<Dossier> find(UUID id, Scope scope) {
        return one(id, scope, "");
    }

    @Override
    public Optional<Dossier> lock(UUID id, Scope scope) {
        return one(id, scope, " for update of d");
    }

    private Optional<Dossier> one(UUID id, Scope scope, String lock) {
        return jdbc.sql(SELECT + "where d.id = :id and " + scope.overlaps("d.organization_ids") + lock)
                .param("id", id)
                .param("scope", scope.parameter())
                .query(rows::dossier)
                .optional();
    }

    @Override
    public Optional<Dossier> findSeated(UUID id, long accountId) {
        return seated(id, accountId, "");
    }

    @Override
    public Optional<Dossier> lockSeated(UUID id, long accountId) {
        return seated(id, accountId, " for update of d");
    }

    private Optional<Dossier> seated(UUID id, long accountId, String lock) {
        return jdbc.sql(SELECT + "where d.id = ? and " + SEATED + lock)
                .param(id)
                .param(accountId)
                .query(rows::dossier)
                .optional();
    }

    @Override
    public List<Dossier> seated(long accountId, int limit) {
        return jdbc.sql(SELECT + "where " + SEATED + " order by d.changed_at desc, d.number desc limit ?")
                .param(accountId)
                .param(limit)
                .query(rows::dossier)
                .list();
    }

    @Override
    public List<Dossier> list(Query query, Scope scope, int offset, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(query, scope, values);
        return jdbc.sql(SELECT + where + " order by d.changed_at desc, d.number desc limit :limit offset :offset")
                .params(values)
                .param("limit", limit)
                .param("offset", offset)
                .query(rows::dossier)
                .list();
    }

    @Override
    public long count(Query query, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        return jdbc.sql("select count(*) from dossiers d " + where(query, scope, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** The condition, whose values it adds to those given. */
    private String where(Query query, Scope scope, Map<String, Object> values) {
        var typed = new SqlParameters();
        String asked = terms.of(query, scope).sql(query.asked(), typed);
        values.putAll(typed.values());
        values.put("scope", scope.parameter());
        values.put("states", query.states().stream().map(DossierState::name).toArray(String[]::new));
        values.put("levels", query.levels().toArray(Integer[]::new));
        return "where " + scope.overlaps("d.organization_ids") + " and " + asked
                + (query.states().isEmpty() ? "" : " and d.state = any (:states)")
                + (query.levels().isEmpty() ? "" : " and d.level = any (:levels)");
    }

    @Override
    public Map<UUID, Dossier> latestOf(Collection<UUID> systemIds) {
        Map<UUID, Dossier> latest = new LinkedHashMap<>();
        jdbc.sql(SELECT + "where d.system_id = any (:ids) order by d.edition")
                .param("ids", systemIds.toArray(UUID[]::new))
                .query(rows::dossier)
                .list()
                .forEach(dossier -> latest.put(dossier.systemId(), dossier));
        return latest;
    }

    @Override
    public Optional<Dossier> approvedOf(UUID systemId) {
        return jdbc.sql(SELECT + "where d.system_id = :id and d.state = 'APPROVED' order by d.edition desc limit 1")
                .param("id", systemId)
                .query(rows::dossier)
                .optional();
    }

    @Override
    public Map<String, StoredSection> sections(UUID dossierId) {
        Map<String, StoredSection> sections = new LinkedHashMap<>();
        jdbc.sql("select * from dossier_sections where dossier_id = ?")
                .param(dossierId)
                .query(rows::section)
                .list()
                .forEach(section -> sections.put(section.key(), section));
        return sections;
    }

    @Override
    public StoredSection section(UUID dossierId, String key) {
        return jdbc.sql("select * from dossier_sections where dossier_id = ? and section = ?")
                .param(dossierId)
                .param(key)
                .query(rows::section)
                .optional()
                .orElseGet(() -> StoredSection.blank(key));
    }

    @Override
    public Optional<StoredSection> section(UUID dossierId, String key, int version) {
        return version == 0
                ? Optional.of(StoredSection.blank(key))
                : jdbc.sql(VERSIONS + " and version = ?")
                        .param(dossierId)
                        .param(key)
                        .param(version)
                        .query(rows::section)
                        .optional();
    }

    private static final String VERSIONS = """
            select *, false as done, null::text as reused_from from dossier_section_versions
            where dossier_id = ? and section = ?""";

    @Override
    public List<StoredSection> versions(UUID dossierId, String key) {
        return jdbc.sql(VERSIONS + " order by version desc limit 100")
                .param(dossierId)
                .param(key)
                .query(rows::section)
                .list();
    }

    @Override
    public void save(UUID dossierId, StoredSection section, Instant at) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("dossier", dossierId);
        values.put("section", section.key());
        values.put("version", section.version());
        values.put("content", rows.text(section.content()));
        values.put("done", section.done());
        values.put("reusedFrom", section.reusedFrom());
        values.put("at", DossierRows.at(at));
        values.put("by", section.changedBy());
        values.put("byName", section.changedByName());
        jdbc.sql("""
                        insert into dossier_sections (dossier_id, section, version, content, done, reused_from, changed_at,
                            changed_by, changed_by_name)
                        values (:dossier, :section, :version, :content::jsonb, :done, :reusedFrom, :at, :by, :byName)
                        on conflict (dossier_id, section) do update set version = :version, content = :content::jsonb,
                            done = :done, reused_from = :reusedFrom, changed_at = :at, changed_by = :by,
                            changed_by_name = :byName""").params(values).update();
        jdbc.sql("""
                        insert into dossier_section_versions (dossier_id, section, version, content, changed_at, changed_by,
                            changed_by_name)
                        values (:dossier, :section, :version, :content::jsonb, :at, :by, :byName)""").params(values).update();
        jdbc.sql("update dossiers set content_version = content_version + 1, changed_at = :at where id = :dossier")
                .params(values)
                .update();
    }

    @Override
    public Set<Long> writers(UUID dossierId) {
        return new HashSet<>(jdbc.sql("""
                        select distinct changed_by from dossier_section_versions
                        where dossier_id = ? and changed_by is not null""").param(dossierId).query(Long.class).list());
    }
}
