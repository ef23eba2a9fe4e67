package vn.chieng.api.organizations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param q part of a name or of a code
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
    private static final int MOST_TEXT = 200;
    static final List<String> STATES = List.of("existing", "ended", "all");
    static final List<String> CONTACTS = List.of("any", "overdue", "missing");

    /** One condition and the address without it. */
    record Condition(String name, String value, String without) {}

    /** Refuses with the parameter's name what cannot be understood. */
    OrganizationQuery query(Clock clock) {
        if (q != null && q.length() > MOST_TEXT) {
            throw new IllegalArgumentException("q");
        }
        return new OrganizationQuery(
                blankToNull(q),
                kind == null || kind.isBlank()
                        ? null
                        : OrganizationKind.of(kind).orElseThrow(() -> new IllegalArgumentException("kind")),
                blankToNull(parent),
                choice(OrganizationQuery.Presence.class, state, OrganizationQuery.Presence.EXISTING, "state"),
                choice(OrganizationQuery.Contacts.class, contacts, OrganizationQuery.Contacts.ANY, "contacts"),
                today(clock),
                clock.instant());
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, @Nullable String text, E usual, String name) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** What narrows the list, each with the address without it. */
    List<Condition> conditions() {
        return values().entrySet().stream()
                .map(value -> new Condition(value.getKey(), value.getValue(), address(value.getKey())))
                .toList();
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        Map<String, String> values = values();
        var address = UriComponentsBuilder.fromPath("/admin/organizations");
        values.keySet().stream()
                .filter(name -> !name.equals(without))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q, "");
        put(values, "kind", kind, "");
        put(values, "parent", parent, "");
        put(values, "state", state, "existing");
        put(values, "contacts", contacts, "any");
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value, String usual) {
        if (value != null && !value.isBlank() && !value.equals(usual)) {
            values.put(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
