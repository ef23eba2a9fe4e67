package vn.chieng.api.organizations.store;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;

/** The SQL of each field of organisations, over {@code organizations o} and its counted contacts {@code k}. */
@Component
final class OrganizationTerms {
    private final NamedOrganizations organizations;

    OrganizationTerms(NamedOrganizations organizations) {
        this.organizations = organizations;
    }

    SqlTranslation of(Scope scope) {
        return new SqlTranslation(
                Map.ofEntries(
                        Map.entry("name", SqlFields.prose("(o.name || E'\\n' || coalesce(o.name_en, ''))")),
                        Map.entry("id", SqlFields.text("o.id")),
                        Map.entry("code", OrganizationTerms::code),
                        Map.entry("kind", SqlFields.text("o.kind")),
                        Map.entry("organization", organizations.one("o.id", scope)),
                        Map.entry("parent", (test, parameters) -> parent(test, parameters, scope)),
                        Map.entry("contacts", SqlFields.number("k.contacts")),
                        Map.entry("overdue", SqlFields.number("k.overdue")),
                        Map.entry("outside", SqlFields.flag("o.outside")),
                        Map.entry("note", SqlFields.prose("o.note")),
                        Map.entry("from", SqlFields.day("o.valid_from")),
                        Map.entry("to", SqlFields.day("o.valid_to"))),
                OrganizationTerms::words);
    }

    private static String code(FieldTest test, SqlParameters parameters) {
        return codes(
                test instanceof FieldTest.Like(Pattern pattern)
                        ? SqlFields.like("lower(c.value)", pattern, parameters)
                        : "true");
    }

    private static String codes(String condition) {
        return "exists (select from organization_codes c where c.organization_id = o.id and " + condition + ")";
    }

    /** A body above that lies outside the scope is as if there were none. */
    private static String parent(FieldTest test, SqlParameters parameters, Scope scope) {
        return "(coalesce(" + scope.contains("o.parent_id") + ", false) and "
                + SqlFields.text("o.parent_id").sql(test, parameters) + ")";
    }

    private static String words(Pattern pattern, SqlParameters parameters) {
        return "(" + SqlFields.searched("o.search_text").sql(pattern, parameters) + " or "
                + codes(SqlFields.searched("lower(c.value)").sql(pattern, parameters)) + ")";
    }
}
