package vn.chieng.api.identity.people;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.access.Role;
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
        if (q != null && q.length() > LONGEST) {
            throw new IllegalArgumentException("q");
        }
        return new PeopleQuery(
                blankToNull(q),
                parsed("role", role, Role.class),
                blankToNull(organization),
                parsed("state", state, PersonState.class),
                parsed("kind", kind, AccountKind.class),
                Optional.ofNullable(parsed("sort", sort, PeopleQuery.Sort.class))
                        .orElse(PeopleQuery.Sort.NAME));
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("q", q);
        given.put("role", role);
        given.put("organization", organization);
        given.put("state", state);
        given.put("kind", kind);
        given.put("sort", sort);
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** The same list at this path. */
    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        values().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values()).toUriString();
    }

    private static <E extends Enum<E>> @Nullable E parsed(String name, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String constant = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
