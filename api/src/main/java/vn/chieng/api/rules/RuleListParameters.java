package vn.chieng.api.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.event.Level;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param enabled {@code yes} or {@code no}
 * @param effective {@code yes} or {@code no}
 * @param tuned {@code yes}
 */
record RuleListParameters(
        @Nullable String q,
        @Nullable String level,
        @Nullable String status,
        @Nullable String product,
        @Nullable String enabled,
        @Nullable String effective,
        @Nullable String seen,
        @Nullable String kind,
        @Nullable String attack,
        @Nullable String tuned,
        @Nullable String sort) {
    static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::code).toList().reversed();
    static final List<String> STATUSES = List.of("stable", "test", "experimental", "deprecated", "unsupported");
    static final List<String> ANSWERS = List.of("yes", "no");
    static final List<String> SORTS =
            Arrays.stream(RuleQuery.Sort.values()).map(RuleQuery.Sort::code).toList();
    private static final int MOST_TEXT = 200;
    private static final Pattern ATTACK = Pattern.compile("[A-Za-z0-9.-]{1,60}");

    /** One condition and the address without it. */
    record Condition(String name, String value, boolean word, String without) {}

    /** Refuses with the parameter's name what cannot be understood. */
    RuleQuery query() {
        if (q != null && q.length() > MOST_TEXT) {
            throw new IllegalArgumentException("q");
        }
        String technique = blankToNull(attack);
        if (technique != null && !ATTACK.matcher(technique).matches()) {
            throw new IllegalArgumentException("attack");
        }
        RuleQuery.Sort order = choice(RuleQuery.Sort.class, sort, "sort");
        return new RuleQuery(
                blankToNull(q),
                choice(Level.class, level, "level"),
                blankToNull(status),
                blankToNull(product),
                answer(enabled, "enabled"),
                answer(effective, "effective"),
                answer(seen, "seen"),
                choice(RuleKind.class, kind, "kind"),
                technique,
                Boolean.TRUE.equals(answer(tuned, "tuned")),
                order == null ? RuleQuery.Sort.TITLE : order);
    }

    private static @Nullable Boolean answer(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!ANSWERS.contains(text)) {
            throw new IllegalArgumentException(name);
        }
        return text.equals("yes");
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** What narrows the list, each with the address without it. */
    List<Condition> conditions() {
        return values().entrySet().stream()
                .filter(value -> !value.getKey().equals("sort"))
                .map(value -> new Condition(
                        value.getKey(),
                        value.getValue(),
                        !List.of("q", "product", "attack", "status").contains(value.getKey()),
                        address(value.getKey())))
                .toList();
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        Map<String, String> values = values();
        var address = UriComponentsBuilder.fromPath("/rules");
        values.keySet().stream()
                .filter(name -> !name.equals(without))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q);
        put(values, "level", level);
        put(values, "status", status);
        put(values, "product", product);
        put(values, "enabled", enabled);
        put(values, "effective", effective);
        put(values, "seen", seen);
        put(values, "kind", kind);
        put(values, "attack", attack);
        put(values, "tuned", tuned);
        put(values, "sort", sort);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
