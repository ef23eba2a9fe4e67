package vn.chieng.api.identity.people;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PersonState;

/**
 * A list's parameters as they stand in an address; the same for pages, files and REST.
 *
 * @param sort {@code name} (also when absent) or {@code signed-in}
 */
record PeopleParameters(
        @Nullable String q,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String sort) {
    private static final int LONGEST = 200;

    /** Refuses with the parameter's name what cannot be understood. */
    PeopleQuery query() {
        return new PeopleQuery(
                AddressParameters.given("q", q, LONGEST),
                AddressParameters.choice("role", role, Role.class),
                AddressParameters.given(organization),
                AddressParameters.choice("state", state, PersonState.class),
                AddressParameters.choice("kind", kind, AccountKind.class),
                Optional.ofNullable(AddressParameters.choice("sort", sort, PeopleQuery.Sort.class))
                        .orElse(PeopleQuery.Sort.NAME));
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
