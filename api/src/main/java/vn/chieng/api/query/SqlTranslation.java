package vn.chieng.api.query;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes a query as one SQL condition of fixed text and named parameters. */
public final class SqlTranslation {
    private final Map<String, Field> fields;
    private final WordSearch words;

    /** The SQL of one field. */
    @FunctionalInterface
    public interface Field {
        String sql(FieldTest test, SqlParameters parameters);
    }

    /** The SQL of words that stand anywhere. */
    @FunctionalInterface
    public interface WordSearch {
        String sql(Pattern pattern, SqlParameters parameters);
    }

    /** Every field of the list has its SQL. */
    public SqlTranslation(Map<String, Field> fields, WordSearch words) {
        this.fields = Map.copyOf(fields);
        this.words = words;
    }

    /** The condition; it is never null, so that its contrary holds wherever it does not. */
    public String sql(Query query, SqlParameters parameters) {
        return switch (query) {
            case Query.And(var operands) ->
                operands.isEmpty()
                        ? "true"
                        : operands.stream()
                                .map(each -> sql(each, parameters))
                                .collect(Collectors.joining(" and ", "(", ")"));
            case Query.Or(var operands) ->
                operands.stream().map(each -> sql(each, parameters)).collect(Collectors.joining(" or ", "(", ")"));
            case Query.Not(Query operand) -> "not coalesce(" + sql(operand, parameters) + ", false)";
            case Query.Words(Pattern pattern) -> words.sql(pattern, parameters);
            case Query.Term(QueryField field, FieldTest test) ->
                Objects.requireNonNull(fields.get(field.name()), field.name()).sql(test, parameters);
        };
    }
}
