package vn.chieng.api.console;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list was asked for, as it stands behind the {@code ?} of its address: texts by name, in their order, none of them blank. What cannot be
 * understood is refused with an {@link IllegalArgumentException} whose message is the parameter's name.
 *
 * @param values the texts by name
 */
public record AddressParameters(Map<String, String> values) {
    /** Nothing asked for. */
    public static final AddressParameters NONE = new AddressParameters(Map.of());

    /** One condition and the address without it. */
    public record Condition(String name, String value, String without) {}

    /** Keeps the order. */
    public AddressParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** These and one more, unless it is blank. */
    public AddressParameters and(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : put(name, value);
    }

    /** These and one more, unless it is blank or what is meant without it. */
    public AddressParameters and(String name, @Nullable String value, String usual) {
        return usual.equals(value) ? this : and(name, value);
    }

    /** These with one of them changed; a blank value takes it away. */
    public AddressParameters with(String name, String value) {
        return value.isBlank() ? without(name) : put(name, value);
    }

    /** These without some of them. */
    public AddressParameters without(String... names) {
        Map<String, String> others = new LinkedHashMap<>(values);
        Arrays.asList(names).forEach(others::remove);
        return new AddressParameters(others);
    }

    /** Whether nothing was asked for. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The address of that list at a path, encoded. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What narrows the list at a path; how it is sorted does not. */
    public List<Condition> conditions(String path) {
        return values.entrySet().stream()
                .filter(each -> !each.getKey().equals("sort"))
                .map(each -> new Condition(
                        each.getKey(), each.getValue(), without(each.getKey()).at(path)))
                .toList();
    }

    private AddressParameters put(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new AddressParameters(all);
    }

    /** A text without the white space around it; null where nothing is left. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A text as {@link #given(String)} reads it, refused where it is longer than {@code most} characters. */
    public static @Nullable String given(String name, @Nullable String text, int most) {
        String given = given(text);
        if (given != null && given.length() > most) {
            throw new IllegalArgumentException(name);
        }
        return given;
    }

    /** The constant that a text names in any case, with {@code -} for {@code _}; null where nothing is asked for. */
    public static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, Class<E> type) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, given.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** The constants that a text names, separated by commas; none where nothing is asked for. */
    public static <E extends Enum<E>> Set<E> choices(String name, @Nullable String text, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        String given = given(text);
        if (given != null) {
            for (String part : given.split(",", -1)) {
                E one = choice(name, part, type);
                if (one == null) {
                    throw new IllegalArgumentException(name);
                }
                chosen.add(one);
            }
        }
        return chosen;
    }
}
