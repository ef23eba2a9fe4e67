package vn.chieng.api.identity.store;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;

/** The SQL of each field of people; the statement names {@code :scope}, {@code :now} and {@code :warned}. */
@Component
final class PeopleTerms {
    private static final String NEVER = "false";

    private final NamedOrganizations organizations;

    PeopleTerms(NamedOrganizations organizations) {
        this.organizations = organizations;
    }

    SqlTranslation of(PeopleQuery query, Scope scope) {
        boolean personalData = query.personalData();
        return new SqlTranslation(
                Map.ofEntries(
                        Map.entry("name", SqlFields.prose("a.display_name")),
                        Map.entry("account", SqlFields.text("a.name")),
                        Map.entry("role", (test, parameters) -> role(test, parameters, scope)),
                        Map.entry("organization", (test, parameters) -> organization(test, parameters, scope)),
                        Map.entry("state", (test, _) -> state(test)),
                        Map.entry("kind", SqlFields.text("a.kind")),
                        Map.entry("mail", personal("a.mail", personalData)),
                        Map.entry("phone", personal("a.phone", personalData)),
                        Map.entry("break-glass", SqlFields.flag("a.break_glass")),
                        Map.entry("signed-in", SqlFields.time("a.last_signed_in_at")),
                        Map.entry("created", SqlFields.time("a.created_at"))),
                SqlFields.searched("a.search_text"));
    }

    /** Whoever may not read it can look for a whole one only, and cannot feel their way along it. */
    private static SqlTranslation.Field personal(String column, boolean readable) {
        SqlTranslation.Field whole = SqlFields.text(column);
        return (test, parameters) -> !readable && test instanceof FieldTest.Like(Pattern pattern) && pattern.wild()
                ? NEVER
                : whole.sql(test, parameters);
    }

    private static String role(FieldTest test, SqlParameters parameters, Scope scope) {
        return test instanceof FieldTest.Like(Pattern pattern)
                ? PeopleSql.holding(
                        "r.role = "
                                + parameters.add(
                                        pattern.text().toUpperCase(Locale.ROOT).replace('-', '_')),
                        scope)
                : PeopleSql.holding("true", scope);
    }

    private String organization(FieldTest test, SqlParameters parameters, Scope scope) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "a.organization_id is not null";
        }
        String ids = parameters.add(organizations.ids(pattern, scope));
        return "(a.organization_id = any (" + ids + "::text[]) or "
                + PeopleSql.holding("r.organization_id = any (" + ids + "::text[])", scope) + ")";
    }

    private static String state(FieldTest test) {
        return test instanceof FieldTest.Like(Pattern pattern)
                ? PeopleSql.state(PersonState.valueOf(pattern.text().toUpperCase(Locale.ROOT)))
                : "true";
    }
}
