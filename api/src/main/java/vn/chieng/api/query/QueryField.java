package vn.chieng.api.query;

import java.util.List;
import java.util.Locale;

/**
 * A field that can be asked for.
 *
 * @param name as it is typed; lower case, except for fields of events, which are spelt as in ECS
 * @param values what it can be, for a choice
 */
public record QueryField(String name, Kind kind, List<String> values) {

    public QueryField {
        values = List.copyOf(values);
    }

    /** A field with any values. */
    public static QueryField of(String name, Kind kind) {
        return new QueryField(name, kind, List.of());
    }

    /** A field with these values only. */
    public static QueryField choice(String name, List<String> values) {
        return new QueryField(name, Kind.CHOICE, values);
    }

    /** A field with these values, the least first, which can be compared by size. */
    public static QueryField ranked(String name, List<String> values) {
        return new QueryField(name, Kind.RANK, values);
    }

    /** A field that holds or does not. */
    public static QueryField flag(String name) {
        return choice(name, List.of("yes", "no"));
    }

    /** The value as it is listed, whatever the case it was typed in; null where there is none. */
    @org.jspecify.annotations.Nullable
    String chosen(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The kinds of fields. */
    public enum Kind {
        /** One of a few values. */
        CHOICE,
        /** One of a few values in an order. */
        RANK,
        /** A value compared as a whole. */
        KEYWORD,
        /** Prose, in which words are looked for. */
        TEXT,
        /** An address, or a network such as {@code 10.0.0.0/8}. */
        ADDRESS,
        /** A whole number. */
        NUMBER,
        /** A time. */
        TIME
    }
}
