package vn.chieng.api.incidents.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.Query;

/** The queue's question put to the stored events: what both know of is asked there too, what only incidents have is left out. */
final class LogSearch {
    private static final Map<String, String> FIELDS =
            Map.of("ip", "source.ip", "host", "host.name", "user", "user.name", "organization", "organization.id");
    private static final java.util.regex.Pattern PLAIN = java.util.regex.Pattern.compile("[\\p{L}\\p{N}._-]+");

    private LogSearch() {}

    /** The address of the search in events for the same time. */
    static String address(ListParameters parameters, Query query) {
        AddressParameters asked = AddressParameters.NONE
                .and("q", text(query))
                .and("since", parameters.since())
                .and("from", parameters.from())
                .and("to", parameters.to());
        return asked.at("/logs");
    }

    /** The query as it is typed there; null where nothing of it means anything there. */
    static @Nullable String text(Query query) {
        return switch (query) {
            case Query.And(List<Query> operands) -> {
                List<String> known = operands.stream()
                        .map(LogSearch::text)
                        .filter(Objects::nonNull)
                        .toList();
                yield known.isEmpty() ? null : String.join(" ", known);
            }
            case Query.Or(List<Query> operands) -> {
                List<String> known = operands.stream()
                        .map(LogSearch::whole)
                        .flatMap(Optional::stream)
                        .toList();
                yield known.size() < operands.size() ? null : "(" + String.join(" OR ", known) + ")";
            }
            case Query.Not(Query operand) ->
                whole(operand).map(text -> "NOT (" + text + ")").orElse(null);
            case Query.Words(Pattern pattern) -> value(pattern);
            case Query.Term(var field, FieldTest.Like(Pattern pattern)) -> {
                String name = FIELDS.get(field.name());
                String value = value(pattern);
                yield name == null || value == null ? null : name + ":" + value;
            }
            case Query.Term _ -> null;
        };
    }

    /** A part that must not lose anything, since less of it would mean something else. */
    private static Optional<String> whole(Query query) {
        return switch (query) {
            case Query.And(List<Query> operands) -> {
                List<String> known = operands.stream()
                        .map(LogSearch::whole)
                        .flatMap(Optional::stream)
                        .toList();
                yield known.size() < operands.size() || known.isEmpty()
                        ? Optional.empty()
                        : Optional.of("(" + String.join(" ", known) + ")");
            }
            case Query.Or _, Query.Not _, Query.Words _, Query.Term _ -> Optional.ofNullable(text(query));
        };
    }

    /** In quotes, or bare where it has wildcards and nothing else that means something. */
    private static @Nullable String value(Pattern pattern) {
        if (!pattern.wild()) {
            return '"' + pattern.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        Function<Pattern.Part, String> sign = part -> switch (part) {
            case Pattern.Part.Text(String text) -> text;
            case Pattern.Part.Any _ -> "*";
            case Pattern.Part.One _ -> "?";
        };
        boolean plain = pattern.parts().stream()
                .allMatch(part -> !(part instanceof Pattern.Part.Text(String text))
                        || PLAIN.matcher(text).matches());
        return plain ? pattern.parts().stream().map(sign).collect(Collectors.joining()) : null;
    }
}
