package vn.chieng.api.rules;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.event.Level;

/**
 * The list's parameters as they stand in an address; the same for pages and REST.
 *
 * @param q what was typed into the search box: {@code docs/formats/query.md}
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
    private static final Pattern ATTACK = Pattern.compile("[A-Za-z0-9.-]{1,60}");

    /** One condition and the address without it. */
    record Condition(String name, String value, boolean word, String without) {}

    /** What was typed into the search box, read. */
    ParsedQuery parsed(Clock clock) {
        return QueryParser.parse(q == null ? "" : q, RuleListFields.ALL, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    RuleQuery query(Query asked) {
        String technique = AddressParameters.given(attack);
        if (technique != null && !ATTACK.matcher(technique).matches()) {
            throw new IllegalArgumentException("attack");
        }
        RuleQuery.Sort order = AddressParameters.choice("sort", sort, RuleQuery.Sort.class);
        return new RuleQuery(
                asked,
                AddressParameters.choice("level", level, Level.class),
                AddressParameters.given(status),
                AddressParameters.given(product),
                answer(enabled, "enabled"),
                answer(effective, "effective"),
                answer(seen, "seen"),
                AddressParameters.choice("kind", kind, RuleKind.class),
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

    /** What narrows the list, each with the address without it. */
    List<Condition> conditions(ParsedQuery parsed) {
        return QueryBox.conditions(asked(), parsed, "/rules").stream()
                .map(each -> new Condition(
                        each.name(),
                        each.value(),
                        !List.of("q", "product", "attack", "status").contains(each.name()),
                        each.without()))
                .toList();
    }

    /** The address of this list without one parameter. */
    String address(String without) {
        return asked().without(without).at("/rules");
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("level", level)
                .and("status", status)
                .and("product", product)
                .and("enabled", enabled)
                .and("effective", effective)
                .and("seen", seen)
                .and("kind", kind)
                .and("attack", attack)
                .and("tuned", tuned)
                .and("sort", sort);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
