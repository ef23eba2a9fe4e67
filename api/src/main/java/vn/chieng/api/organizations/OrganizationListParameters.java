package vn.chieng.api.organizations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param q what was typed into the search box: {@code docs/formats/query.md}
 * @param kind a kind by its code
 * @param parent id of the body above
 * @param state {@code existing} (also when absent), {@code ended} or {@code all}
 * @param contacts {@code any} (also when absent), {@code overdue} or {@code missing}
 */
record OrganizationListParameters(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable String state,
        @Nullable String contacts) {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    static final List<String> STATES = List.of("existing", "ended", "all");
    static final List<String> CONTACTS = List.of("any", "overdue", "missing");

    /** What was typed into the search box, read. */
    ParsedQuery parsed(Clock clock) {
        return QueryParser.parse(q == null ? "" : q, OrganizationFields.ALL, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    OrganizationQuery query(Query asked, Clock clock) {
        return new OrganizationQuery(
                asked,
                kind == null || kind.isBlank()
                        ? null
                        : OrganizationKind.of(kind).orElseThrow(() -> new IllegalArgumentException("kind")),
                AddressParameters.given(parent),
                Optional.ofNullable(AddressParameters.choice("state", state, OrganizationQuery.Presence.class))
                        .orElse(OrganizationQuery.Presence.EXISTING),
                Optional.ofNullable(AddressParameters.choice("contacts", contacts, OrganizationQuery.Contacts.class))
                        .orElse(OrganizationQuery.Contacts.ANY),
                today(clock),
                clock.instant());
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /** What narrows the list, each with the address without it. */
    List<AddressParameters.Condition> conditions(ParsedQuery parsed) {
        return QueryBox.conditions(asked(), parsed, "/admin/organizations");
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        return asked().without(without).at("/admin/organizations");
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("kind", kind)
                .and("parent", parent)
                .and("state", state, "existing")
                .and("contacts", contacts, "any");
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
