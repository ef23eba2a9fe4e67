package vn.chieng.api.indicators;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.IndicatorReader;
import vn.chieng.indicators.Reading;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param q part of the value (defanged or not), the source or the description
 * @param type a kind by its code
 * @param source who told it, as written there
 * @param state {@code valid} (also when absent), {@code expired}, {@code withdrawn} or {@code all}
 */
record IndicatorListParameters(
        @Nullable String q,
        @Nullable String type,
        @Nullable String source,
        @Nullable String state) {
    static final List<String> STATES = List.of("valid", "expired", "withdrawn", "all");
    private static final String ALL = "all";
    private static final String USUAL = "valid";
    private static final int MOST_TEXT = 500;

    /** One condition and the address without it. */
    record Condition(String name, String value, String without) {}

    /** Refuses with the parameter's name what cannot be understood. */
    IndicatorQuery query(Clock clock) {
        String text = blankToNull(q);
        String teller = blankToNull(source);
        refuseLong("q", text);
        refuseLong("source", teller);
        return new IndicatorQuery(
                text, text == null ? null : exact(text), typeAsked(), teller, stateAsked(), clock.instant());
    }

    private static void refuseLong(String name, @Nullable String value) {
        if (value != null && value.length() > MOST_TEXT) {
            throw new IllegalArgumentException(name);
        }
    }

    private static @Nullable String exact(String text) {
        return IndicatorReader.read(null, text) instanceof Reading.Sound(Indicator.Type _, String value) ? value : null;
    }

    private Indicator.@Nullable Type typeAsked() {
        if (type == null || type.isBlank()) {
            return null;
        }
        return IndicatorReader.type(type).orElseThrow(() -> new IllegalArgumentException("type"));
    }

    private @Nullable IndicatorState stateAsked() {
        String asked = Optional.ofNullable(blankToNull(state)).orElse(USUAL);
        if (asked.equals(ALL)) {
            return null;
        }
        return Arrays.stream(IndicatorState.values())
                .filter(each -> each.code().equals(asked.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state"));
    }

    /** What narrows the list, each with the address without it. */
    List<Condition> conditions() {
        return values().entrySet().stream()
                .map(value -> new Condition(value.getKey(), value.getValue(), address(value.getKey())))
                .toList();
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        Map<String, String> values = values();
        var address = UriComponentsBuilder.fromPath("/indicators");
        values.keySet().stream()
                .filter(name -> !name.equals(without))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q, "");
        put(values, "type", type, "");
        put(values, "source", source, "");
        put(values, "state", state, USUAL);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value, String usual) {
        if (value != null && !value.isBlank() && !value.equals(usual)) {
            values.put(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
