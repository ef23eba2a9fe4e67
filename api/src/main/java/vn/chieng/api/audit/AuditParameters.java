package vn.chieng.api.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.access.Role;

/**
 * The log's parameters as they stand in an address; the same for pages and REST.
 *
 * @param from first day, {@code dd/MM/yyyy} or {@code yyyy-MM-dd}
 * @param to last day
 */
record AuditParameters(
        @Nullable String q,
        @Nullable String from,
        @Nullable String to,
        @Nullable String person,
        @Nullable String role,
        @Nullable String action,
        @Nullable String type,
        @Nullable String object,
        @Nullable String organization,
        @Nullable String address,
        @Nullable Integer limit,
        @Nullable Long after) {
    private static final int USUAL_LIMIT = 50;
    private static final DateTimeFormatter PEOPLES =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** One condition and the address without it. */
    record Condition(String name, String value, String without) {}

    /** Refuses with the parameter's name what cannot be understood. */
    AuditQuery query() {
        String wanted = given(role);
        if (wanted != null) {
            try {
                Role.valueOf(wanted);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("role", e);
            }
        }
        return new AuditQuery(
                day("from", from),
                day("to", to),
                given(person),
                wanted,
                given(action),
                given(type),
                given(object),
                given(organization),
                given(address),
                given(q),
                limit == null ? USUAL_LIMIT : limit,
                after);
    }

    /** The day that a text names; refuses with the parameter's name what is none. */
    static @Nullable LocalDate day(String name, @Nullable String text) {
        String wanted = given(text);
        if (wanted == null) {
            return null;
        }
        try {
            LocalDate day = wanted.contains("/") ? LocalDate.parse(wanted, PEOPLES) : LocalDate.parse(wanted);
            if (day.getYear() < 1970 || day.getYear() > 9998) {
                throw new DateTimeException("not a year of ours");
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** What is asked for, each as a chip that can be taken away. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        values().forEach((name, value) -> conditions.add(new Condition(name, value, address("/audit", name))));
        return conditions;
    }

    /** The address of the page behind this one. */
    String behind(long number) {
        return UriComponentsBuilder.fromUriString(address("/audit", ""))
                .queryParam("after", number)
                .build()
                .toUriString();
    }

    /** The address of this list below a path, without one parameter, from its beginning. */
    String address(String path, String without) {
        var address = UriComponentsBuilder.fromPath(path);
        values().forEach((name, value) -> {
            if (!name.equals(without)) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values()).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "person", person);
        put(values, "role", role);
        put(values, "action", action);
        put(values, "type", type);
        put(values, "object", object);
        put(values, "organization", organization);
        put(values, "address", address);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        String text = given(value);
        if (text != null) {
            values.put(name, text);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
