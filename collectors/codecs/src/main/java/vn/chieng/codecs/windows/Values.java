package vn.chieng.codecs.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers and texts as the senders write them, which is in many ways. */
final class Values {
    private static final int LONGEST_HEX = 15;
    private static final int LONGEST_DECIMAL = 18;

    private Values() {}

    /** The text of a plain value; null where it is missing, an object or a list. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }

    /** A text that says something: not empty, and not the hyphen Windows writes instead. */
    static @Nullable String meaningful(@Nullable Object value) {
        String text = text(value);
        return text == null || text.isBlank() || text.equals("-") ? null : text.strip();
    }

    /** A whole number, decimal or {@code 0x…}; null where it is none. */
    static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        String text = meaningful(value);
        if (text == null) {
            return null;
        }
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        int longest = hex ? LONGEST_HEX : LONGEST_DECIMAL;
        if (digits.isEmpty() || digits.length() > longest) {
            return null;
        }
        for (int index = 0; index < digits.length(); index++) {
            if (Character.digit(digits.charAt(index), hex ? 16 : 10) < 0) {
                return null;
            }
        }
        return Long.parseLong(digits, hex ? 16 : 10);
    }

    /** The members of an object whose keys are texts; empty where the value is none. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A value that may stand alone or as {@code #text} beside attributes. */
    static @Nullable Object alone(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map.get("#text") : value;
    }

    /** Event data names as Windows prints them, without spaces. */
    static String name(Object key) {
        String name = key.toString();
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }
}
