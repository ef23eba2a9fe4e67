package vn.chieng.api.organizations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlTranslation;
import vn.chieng.api.vietnamese.SearchText;

/** Bodies as queries name them: by key, or by a part of their name with or without accents; each with all below it, none outside the scope. */
@Component
public final class NamedOrganizations {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final OrganizationDirectory directory;

    NamedOrganizations(OrganizationDirectory directory) {
        this.directory = directory;
    }

    /** A column that holds the keys of several bodies. */
    public SqlTranslation.Field several(String column, Scope scope) {
        return (test, parameters) -> test instanceof FieldTest.Like(Pattern pattern)
                ? column + " && " + parameters.add(ids(pattern, scope)) + "::text[]"
                : "cardinality(" + column + ") > 0";
    }

    /** A column that holds the key of one body. */
    public SqlTranslation.Field one(String column, Scope scope) {
        return (test, parameters) -> test instanceof FieldTest.Like(Pattern pattern)
                ? column + " = any (" + parameters.add(ids(pattern, scope)) + "::text[])"
                : column + " is not null";
    }

    /** The names within the scope that hold what was typed, and the keys that begin so. */
    public List<String> offered(String begun, Scope scope, Locale locale) {
        List<Organization> visible = directory.within(scope);
        String key = begun.toLowerCase(Locale.ROOT);
        return Completion.matching(
                Stream.concat(
                        visible.stream().map(Organization::id).filter(id -> !key.isEmpty() && id.startsWith(key)),
                        visible.stream().map(each -> each.name(locale))),
                begun);
    }

    /** The keys of the bodies that a pattern names, with all below them. */
    public String[] ids(Pattern pattern, Scope scope) {
        Stream<String> named = directory.within(scope).stream()
                .filter(each -> named(each.name(VIETNAMESE), pattern) || named(each.name(Locale.ENGLISH), pattern))
                .map(Organization::id);
        Stream<String> typed = pattern.wild() ? Stream.empty() : Stream.of(pattern.text());
        return Stream.concat(typed, named)
                .flatMap(id -> Stream.concat(Stream.of(id), directory.subtree(id).stream()))
                .filter(scope::covers)
                .map(SqlFields::storable)
                .distinct()
                .toArray(String[]::new);
    }

    private static boolean named(String name, Pattern pattern) {
        return pattern.map(SearchText::word).occursIn(SearchText.kept(name));
    }
}
