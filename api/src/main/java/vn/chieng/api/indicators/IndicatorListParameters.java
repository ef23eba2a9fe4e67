package vn.chieng.api.indicators;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
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

    /** Refuses with the parameter's name what cannot be understood. */
    IndicatorQuery query(Clock clock) {
        String text = AddressParameters.given("q", q, MOST_TEXT);
        String teller = AddressParameters.given("source", source, MOST_TEXT);
        return new IndicatorQuery(
                text, text == null ? null : exact(text), typeAsked(), teller, stateAsked(), clock.instant());
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
        String asked = Optional.ofNullable(AddressParameters.given(state)).orElse(USUAL);
        if (asked.equals(ALL)) {
            return null;
        }
        return Arrays.stream(IndicatorState.values())
                .filter(each -> each.code().equals(asked.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state"));
    }

    /** What narrows the list, each with the address without it. */
    List<AddressParameters.Condition> conditions() {
        return asked().conditions("/indicators");
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        return asked().without(without).at("/indicators");
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("type", type)
                .and("source", source)
                .and("state", state, USUAL);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
