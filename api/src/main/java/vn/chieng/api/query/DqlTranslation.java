package vn.chieng.api.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a query in the Dashboards Query Language, so that the same can be looked at there. */
public final class DqlTranslation {
    private DqlTranslation() {}

    /** The query; empty where it asks for everything. */
    public static String dql(Query query) {
        return switch (query) {
            case Query.And(var operands) -> joined(operands, " and ");
            case Query.Or(var operands) -> joined(operands, " or ");
            case Query.Not(Query operand) -> "not " + dql(operand);
            case Query.Words(Pattern pattern) -> value(pattern);
            case Query.Term(QueryField field, FieldTest test) -> term(field.name(), test);
        };
    }

    private static String joined(List<Query> operands, String word) {
        return operands.isEmpty()
                ? ""
                : operands.stream().map(DqlTranslation::dql).collect(Collectors.joining(word, "(", ")"));
    }

    private static String term(String field, FieldTest test) {
        return switch (test) {
            case FieldTest.Present _ -> field + ": *";
            case FieldTest.Like(Pattern pattern) -> field + ": " + value(pattern);
            case FieldTest.Numbers(Long from, Long to) ->
                bounds(field, from == null ? null : from.toString(), " <= ", to == null ? null : to.toString());
            case FieldTest.Times(Instant from, Instant before) ->
                bounds(
                        field,
                        from == null ? null : quoted(from.toString()),
                        " < ",
                        before == null ? null : quoted(before.toString()));
        };
    }

    private static String bounds(
            String field,
            @org.jspecify.annotations.Nullable String from,
            String upper,
            @org.jspecify.annotations.Nullable String to) {
        List<String> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(field + " >= " + from);
        }
        if (to != null) {
            bounds.add(field + upper + to);
        }
        return bounds.isEmpty() ? field + ": *" : bounds.stream().collect(Collectors.joining(" and ", "(", ")"));
    }

    /** A value without wildcards in quotes; with them bare, and whatever means something there taken literally. */
    private static String value(Pattern pattern) {
        if (!pattern.wild()) {
            return quoted(pattern.text());
        }
        return pattern.parts().stream()
                .map(part -> switch (part) {
                    case Pattern.Part.Text(String text) -> text.replaceAll("([\\\\():<>\"*{} ])", "\\\\$1");
                    case Pattern.Part.Any _, Pattern.Part.One _ -> "*"; // it has no sign for one character
                })
                .collect(Collectors.joining());
    }

    /** A text as it stands. */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
