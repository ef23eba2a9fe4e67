package vn.chieng.api.search;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Event;

/**
 * An event as it is stored.
 *
 * @param sort its place in the order, from which the next page goes on
 */
record FoundEvent(String index, String id, Event event, List<String> sort) {
    private static final String RAW = "event.original";
    private static final String RAW_BYTES = "chieng.original.base64";

    FoundEvent {
        sort = List.copyOf(sort);
    }

    /** The value of a field as text; empty where it has none. */
    public String text(String field) {
        return shown(event.get(field));
    }

    /** When it happened, by the device's clock; null where that cannot be told. */
    public @Nullable Instant at() {
        try {
            return Instant.parse(text(EventFields.TIME));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Every field but the raw line, by name, with its values. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new TreeMap<>();
        flat("", event.fields(), values);
        values.remove(RAW);
        values.remove(RAW_BYTES);
        return values;
    }

    private static void flat(String name, @Nullable Object value, Map<String, List<String>> into) {
        switch (value) {
            case null -> {}
            case Map<?, ?> inner ->
                inner.forEach((key, each) -> flat(name.isEmpty() ? String.valueOf(key) : name + "." + key, each, into));
            case List<?> several -> several.forEach(each -> flat(name, each, into));
            default -> into.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.toString());
        }
    }

    /** What the device sent: the line, or in base64 what is no text. */
    public String raw() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        flat("", event.fields(), all);
        return String.join("\n", all.getOrDefault(RAW, all.getOrDefault(RAW_BYTES, List.of())));
    }

    /** Whether the line is in base64 because it is no text. */
    public boolean rawIsEncoded() {
        return text(RAW).isEmpty() && !text(RAW_BYTES).isEmpty();
    }

    /** As it stands in an address. */
    static String encoded(List<String> place) {
        return place.stream()
                .map(each -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(each.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /** Reads what {@link #encoded} wrote; refuses anything else. */
    static List<String> decoded(String place) {
        List<String> parts = java.util.Arrays.stream(place.split("\\.", -1))
                .map(each -> new String(Base64.getUrlDecoder().decode(each), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != 2 || !parts.getFirst().matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException("after");
        }
        return parts;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several -> several.stream().map(FoundEvent::shown).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
