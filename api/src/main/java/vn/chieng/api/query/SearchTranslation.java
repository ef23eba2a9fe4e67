package vn.chieng.api.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a query in the query DSL of OpenSearch. */
public final class SearchTranslation {
    private static final Map<String, Object> ALL = Map.of("match_all", Map.of());

    private final Function<Pattern, Map<String, Object>> words;

    /** How words that stand anywhere are looked for differs by index. */
    public SearchTranslation(Function<Pattern, Map<String, Object>> words) {
        this.words = words;
    }

    /** The query as the value of {@code query}. */
    public Map<String, Object> dsl(Query query) {
        return switch (query) {
            case Query.And(var operands) ->
                operands.isEmpty()
                        ? ALL
                        : bool("filter", operands.stream().map(this::dsl).toList());
            case Query.Or(var operands) ->
                bool("should", operands.stream().map(this::dsl).toList());
            case Query.Not(Query operand) -> bool("must_not", List.of(dsl(operand)));
            case Query.Words(Pattern pattern) -> words.apply(pattern);
            case Query.Term(QueryField field, FieldTest test) -> term(field, test);
        };
    }

    private static Map<String, Object> term(QueryField field, FieldTest test) {
        return switch (test) {
            case FieldTest.Present _ -> Map.of("exists", Map.of("field", field.name()));
            case FieldTest.Like(Pattern pattern) -> like(field.name(), field.kind(), pattern);
            case FieldTest.Numbers(Long from, Long to) -> range(field.name(), "gte", from, "lte", to);
            case FieldTest.Times(Instant from, Instant before) ->
                range(
                        field.name(),
                        "gte",
                        from == null ? null : from.toString(),
                        "lt",
                        before == null ? null : before.toString());
        };
    }

    /** A field compared with a pattern: prose by its words, everything else as a whole and whatever the case. */
    public static Map<String, Object> like(String field, QueryField.Kind kind, Pattern pattern) {
        if (pattern.wild()) {
            return Map.of("wildcard", Map.of(field, insensitive(pattern.wildcard())));
        }
        return switch (kind) {
            case TEXT -> Map.of("match_phrase", Map.of(field, pattern.text()));
            case ADDRESS -> Map.of("term", Map.of(field, Map.of("value", pattern.text())));
            case CHOICE, RANK, KEYWORD, NUMBER, TIME -> Map.of("term", Map.of(field, insensitive(pattern.text())));
        };
    }

    private static Map<String, Object> insensitive(String value) {
        return Map.of("value", value, "case_insensitive", true);
    }

    private static Map<String, Object> range(
            String field, String lower, @Nullable Object from, String upper, @Nullable Object to) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (from != null) {
            bounds.put(lower, from);
        }
        if (to != null) {
            bounds.put(upper, to);
        }
        return bounds.isEmpty() ? Map.of("exists", Map.of("field", field)) : Map.of("range", Map.of(field, bounds));
    }

    /** A bool query with one kind of clause. */
    public static Map<String, Object> bool(String clause, List<Map<String, Object>> operands) {
        return clause.equals("should")
                ? Map.of("bool", Map.of("should", operands, "minimum_should_match", 1))
                : Map.of("bool", Map.of(clause, operands));
    }
}
