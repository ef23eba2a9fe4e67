package vn.chieng.api.dossiers.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.dossiers.DossierListFields;
import vn.chieng.api.dossiers.DossierStore;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;

/** The SQL of each field of dossiers; what is looked for in organisations carries the scope of who asks. */
@Component
final class DossierTerms {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final NamedOrganizations organizations;

    DossierTerms(NamedOrganizations organizations) {
        this.organizations = organizations;
    }

    /** For one list within one scope. */
    SqlTranslation of(DossierStore.Query query, Scope scope) {
        return new SqlTranslation(
                Map.ofEntries(
                        Map.entry("number", SqlFields.text("d.number")),
                        Map.entry("system", DossierTerms::system),
                        Map.entry("state", DossierTerms::state),
                        Map.entry("level", SqlFields.number("d.level")),
                        Map.entry("edition", SqlFields.number("d.edition")),
                        Map.entry("organization", organizations.several("d.organization_ids", scope)),
                        Map.entry("operator", organizations.one("d.organization_ids[1]", scope)),
                        Map.entry("pack", SqlFields.text("(d.pack || ' ' || d.pack_version)")),
                        Map.entry("label", SqlFields.text("d.label")),
                        Map.entry(DossierListFields.DUE, (test, parameters) -> due(test, parameters, query.limits())),
                        Map.entry(DossierListFields.LATE, (test, parameters) -> late(test, parameters, query.limits())),
                        Map.entry("mine", (test, parameters) -> mine(test, parameters, query.me())),
                        Map.entry("approved", SqlFields.day("d.approved_on")),
                        Map.entry("seal", SqlFields.text("d.sealed_sha256")),
                        Map.entry("created", SqlFields.time("d.created_at")),
                        Map.entry("changed", SqlFields.time("d.changed_at"))),
                SqlFields.searched("d.search_text"));
    }

    /** By code as a whole, or by a part of the name. */
    private static String system(FieldTest test, SqlParameters parameters) {
        return test instanceof FieldTest.Like(Pattern pattern)
                ? "exists (select from systems s where s.id = d.system_id and ("
                        + SqlFields.like("lower(s.code)", pattern, parameters) + " or "
                        + SqlFields.prose("s.name").sql(test, parameters) + "))"
                : "true";
    }

    private static String state(FieldTest test, SqlParameters parameters) {
        return test instanceof FieldTest.Like(Pattern pattern) && pattern.text().equals(DossierListFields.OPEN)
                ? "d.state not in ('" + DossierState.APPROVED + "', '" + DossierState.SUPERSEDED + "')"
                : SqlFields.choice("d.state").sql(test, parameters);
    }

    private static String due(FieldTest test, SqlParameters parameters, Map<UUID, DossierStore.Limit> limits) {
        return among(
                parameters,
                limits.entrySet().stream()
                        .filter(each -> !(test instanceof FieldTest.Times times)
                                || times.holds(begins(each.getValue().day())))
                        .map(Map.Entry::getKey)
                        .toArray(UUID[]::new));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM);
    }

    private static String late(FieldTest test, SqlParameters parameters, Map<UUID, DossierStore.Limit> limits) {
        UUID[] ids = limits.entrySet().stream()
                .filter(each -> each.getValue().passed())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        return SqlFields.flag(among(parameters, ids)).sql(test, parameters);
    }

    /** Whoever saved a section, holds a seat in the council, or made a remark works on it. */
    private static String mine(FieldTest test, SqlParameters parameters, long me) {
        String account = parameters.add(me);
        String works = """
                (exists (select from dossier_section_versions v where v.dossier_id = d.id and v.changed_by = %1$s)
                 or exists (select from dossier_council c where c.dossier_id = d.id and c.account_id = %1$s)
                 or exists (select from dossier_remarks m where m.dossier_id = d.id and m.made_by = %1$s))""".formatted(account);
        return SqlFields.flag(works).sql(test, parameters);
    }

    private static String among(SqlParameters parameters, UUID[] ids) {
        return "d.id = any (" + parameters.add(ids) + "::uuid[])";
    }
}
