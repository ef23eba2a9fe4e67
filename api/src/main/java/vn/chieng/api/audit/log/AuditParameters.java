package vn.chieng.api.audit.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.console.AddressParameters;

/**
 * The log's parameters as they stand in an address; the same for pages and REST.
 *
 * @param from first day, {@code dd/MM/yyyy} or {@code yyyy-MM-dd}
 * @param to last day
 */
public record AuditParameters(
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

    /** Refuses with the parameter's name what cannot be understood. */
    public AuditQuery query() {
        String wanted = AddressParameters.given(role);
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
                AddressParameters.given(person),
                wanted,
                AddressParameters.given(action),
                AddressParameters.given(type),
                AddressParameters.given(object),
                AddressParameters.given(organization),
                AddressParameters.given(address),
                AddressParameters.given(q),
                limit == null ? USUAL_LIMIT : limit,
                after);
    }

    /** The day that a text names; refuses with the parameter's name what is none. */
    static @Nullable LocalDate day(String name, @Nullable String text) {
        String wanted = AddressParameters.given(text);
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
    List<AddressParameters.Condition> conditions() {
        return asked().conditions("/audit");
    }

    /** The address of the page behind this one. */
    String behind(long number) {
        return asked().with("after", Long.toString(number)).at("/audit");
    }

    /** The address of this list below a path, without one parameter, from its beginning. */
    String address(String path, String without) {
        return asked().without(without).at(path);
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("from", from)
                .and("to", to)
                .and("person", person)
                .and("role", role)
                .and("action", action)
                .and("type", type)
                .and("object", object)
                .and("organization", organization)
                .and("address", address);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
