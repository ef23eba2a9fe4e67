package vn.chieng.api.identity.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.PeopleFields;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;

/**
 * A list's parameters as they stand in an address; the same for pages, files and REST.
 *
 * @param q what was typed into the search box: {@code docs/formats/query.md}
 * @param sort {@code name} (also when absent) or {@code signed-in}
 */
record PeopleParameters(
        @Nullable String q,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String sort) {
    /** What was typed into the search box, read. */
    ParsedQuery parsed(Clock clock) {
        return QueryParser.parse(q == null ? "" : q, PeopleFields.ALL, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    PeopleQuery query(Query asked, SignedIn by) {
        return new PeopleQuery(
                asked,
                by.may(Permission.PERSONAL_DATA_READ),
                AddressParameters.choice("role", role, Role.class),
                AddressParameters.given(organization),
                AddressParameters.choice("state", state, PersonState.class),
                AddressParameters.choice("kind", kind, AccountKind.class),
                Optional.ofNullable(AddressParameters.choice("sort", sort, PeopleQuery.Sort.class))
                        .orElse(PeopleQuery.Sort.NAME));
    }

    /** The conditions of the query, each with the address without it. */
    List<AddressParameters.Condition> conditions(ParsedQuery parsed) {
        return QueryBox.conditions(asked(), parsed, "/admin/users").stream()
                .filter(each -> each.name().equals("q"))
                .toList();
    }

    /** The same list at this path. */
    String address(String path) {
        return asked().at(path);
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("role", role)
                .and("organization", organization)
                .and("state", state)
                .and("kind", kind)
                .and("sort", sort);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
