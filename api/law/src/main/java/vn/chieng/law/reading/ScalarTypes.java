package vn.chieng.law.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chieng.law.pack.Citation;

/** Turns the text of a scalar into the type that a record component asks for. */
final class ScalarTypes {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, ScalarTypes::text),
            Map.entry(int.class, ScalarTypes::number),
            Map.entry(Integer.class, ScalarTypes::number),
            Map.entry(boolean.class, ScalarTypes::truth),
            Map.entry(LocalDate.class, text -> dated("a date (yyyy-mm-dd)", text, LocalDate::parse)),
            Map.entry(MonthDay.class, text -> dated("a day of the year (mm-dd)", text, ScalarTypes::monthDay)),
            Map.entry(ZoneId.class, text -> dated("a time zone", text, ZoneId::of)),
            Map.entry(Citation.class, Citation::parse));

    private ScalarTypes() {}

    static boolean knows(Class<?> type) {
        return type.isEnum() || PARSERS.containsKey(type);
    }

    /** Throws {@link IllegalArgumentException} with the reason when the text does not fit. */
    static Object parse(String text, Class<?> type) {
        if (type.isEnum()) {
            return constant(text, type);
        }
        Function<String, Object> parser = PARSERS.get(type);
        if (parser == null) {
            throw new IllegalStateException("no scalar type " + type);
        }
        return parser.apply(text);
    }

    private static Object text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is empty");
        }
        return text;
    }

    private static Object number(String text) {
        try {
            return Integer.valueOf(text.replace("_", ""));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number");
        }
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        };
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static Object dated(String what, String text, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + what);
        }
    }

    private static Object constant(String text, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(ScalarTypes::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("\"" + text + "\" is none of: " + known);
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
