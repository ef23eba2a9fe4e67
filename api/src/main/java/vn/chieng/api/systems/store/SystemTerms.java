package vn.chieng.api.systems.store;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.SystemListFields;

/** The SQL of each field of systems; what is looked for in organisations carries the scope of who asks. */
@Component
final class SystemTerms {
    /** With an open task, or operating by exception. */
    static final String ATTENTION =
            "(exists (select from system_tasks t where t.system_id = s.id and t.closed_at is null)"
                    + " or exists (select from system_exceptions e where e.system_id = s.id and e.ended_at is null))";

    private final NamedOrganizations organizations;

    SystemTerms(NamedOrganizations organizations) {
        this.organizations = organizations;
    }

    /** For one scope; the phases are those of the systems that have a dossier. */
    SqlTranslation of(Scope scope, Map<UUID, ApprovalState.Phase> phases) {
        return new SqlTranslation(
                Map.ofEntries(
                        Map.entry("code", SqlFields.text("s.code")),
                        Map.entry("name", SqlFields.prose("s.name")),
                        Map.entry("purpose", SqlFields.prose("s.purpose")),
                        Map.entry("organization", organizations.several("s.organization_ids", scope)),
                        Map.entry("operator", organizations.one("s.operator_id", scope)),
                        Map.entry("owner", organizations.one("s.owner_id", scope)),
                        Map.entry("level", SqlFields.number("s.level")),
                        Map.entry("status", SqlFields.text("s.status")),
                        Map.entry(SystemListFields.DOSSIER, (test, parameters) -> dossier(test, parameters, phases)),
                        Map.entry("hosting", SqlFields.text("s.hosting")),
                        Map.entry("place", SqlFields.prose("s.hosting_place")),
                        Map.entry("provider", SqlFields.prose("s.contract ->> 'provider'")),
                        Map.entry("hired", SqlFields.flag("s.hired_service")),
                        Map.entry("attention", SqlFields.flag(ATTENTION)),
                        Map.entry("ip", SystemTerms::network),
                        Map.entry("host", SystemTerms::host),
                        Map.entry("project", SqlFields.day("s.project_start")),
                        Map.entry("since", SqlFields.day("s.status_since")),
                        Map.entry("created", SqlFields.time("s.created_at")),
                        Map.entry("changed", SqlFields.time("s.changed_at"))),
                SqlFields.searched("s.search_text"));
    }

    private static String dossier(FieldTest test, SqlParameters parameters, Map<UUID, ApprovalState.Phase> phases) {
        String wanted = test instanceof FieldTest.Like(Pattern pattern) ? pattern.text() : "";
        boolean without = wanted.equals(ApprovalState.Phase.NONE.code());
        UUID[] ids = phases.entrySet().stream()
                .filter(each ->
                        wanted.isEmpty() || without || each.getValue().code().equals(wanted))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        String among = "s.id = any (" + parameters.add(ids) + "::uuid[])";
        return without ? "not " + among : among;
    }

    /** An address lies in a registered network, or a network has one in common with it. */
    private static String network(FieldTest test, SqlParameters parameters) {
        return test instanceof FieldTest.Like(Pattern pattern)
                ? address("'network' and address_or_null(x.value) && address_or_null("
                        + parameters.add(SqlFields.storable(pattern.text())) + ")")
                : address("'network'");
    }

    private static String host(FieldTest test, SqlParameters parameters) {
        return test instanceof FieldTest.Like(Pattern pattern)
                ? address("'host' and " + SqlFields.like("x.value", pattern, parameters))
                : address("'host'");
    }

    private static String address(String kindAndMore) {
        return "exists (select from system_addresses x where x.system_id = s.id and x.kind = " + kindAndMore + ")";
    }
}
