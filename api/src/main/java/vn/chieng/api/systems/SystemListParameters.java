package vn.chieng.api.systems;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list's parameters as they stand in an address; the same for pages, files and REST.
 *
 * @param organization the body with all below it
 * @param level levels separated by commas; {@code none} for systems without one
 * @param dossier phases of the dossier
 * @param attention {@code true}: with an open task, or operating by exception
 */
record SystemListParameters(
        @Nullable String q,
        @Nullable String organization,
        @Nullable String level,
        @Nullable String status,
        @Nullable String hosting,
        @Nullable String dossier,
        @Nullable String attention,
        @Nullable String sort) {
    static final List<String> SORTS = List.of("name", "code", "level", "changed");
    private static final String NO_LEVEL = "none";

    /** One condition and the address without it. */
    record Condition(String name, String value, String without) {}

    /** Refuses with the parameter's name what cannot be understood. */
    SystemQuery query(Function<String, Set<String>> subtree) {
        return new SystemQuery(
                blankToNull(q),
                organizations(subtree),
                levels(),
                chosen(status, "status", SystemStatus.class),
                chosen(hosting, "hosting", Hosting.Kind.class),
                "true".equals(attention),
                sort == null || sort.isBlank() ? SystemQuery.Sort.NAME : one(sort, "sort", SystemQuery.Sort.class));
    }

    /** Phases asked for; empty: every one. */
    Set<ApprovalState.Phase> phases() {
        return chosen(dossier, "dossier", ApprovalState.Phase.class);
    }

    private @Nullable Set<String> organizations(Function<String, Set<String>> subtree) {
        String id = blankToNull(organization);
        if (id == null) {
            return null;
        }
        Set<String> ids = subtree.apply(id);
        return ids.isEmpty() ? Set.of(id) : ids;
    }

    private Set<Integer> levels() {
        Set<Integer> levels = new LinkedHashSet<>();
        if (level != null && !level.isBlank()) {
            for (String part : level.split(",", -1)) {
                if (part.equals(NO_LEVEL)) {
                    levels.add(0);
                } else if (part.matches("[1-9]")) {
                    levels.add(Integer.valueOf(part));
                } else {
                    throw new IllegalArgumentException("level");
                }
            }
        }
        return levels;
    }

    private static <E extends Enum<E>> Set<E> chosen(@Nullable String text, String name, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        if (text != null && !text.isBlank()) {
            for (String part : text.split(",", -1)) {
                values.add(one(part, name, type));
            }
        }
        return values;
    }

    private static <E extends Enum<E>> E one(String text, String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** What narrows the list, each with the address without it. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        values().forEach((name, value) -> {
            if (!name.equals("sort")) {
                conditions.add(new Condition(name, value, address("/systems", name)));
            }
        });
        return conditions;
    }

    /** An address with these parameters but one. */
    String address(String path, String without) {
        Map<String, String> values = values();
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().stream()
                .filter(name -> !name.equals(without))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q);
        put(values, "organization", organization);
        put(values, "level", level);
        put(values, "status", status);
        put(values, "hosting", hosting);
        put(values, "dossier", dossier);
        put(values, "attention", attention);
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
