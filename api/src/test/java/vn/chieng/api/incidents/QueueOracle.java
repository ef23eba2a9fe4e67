package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.Query;

/** Says by itself which of some incidents a query finds. */
final class QueueOracle {
    private QueueOracle() {}

    /** An incident as far as the oracle knows it. */
    record Row(
            long id,
            String words,
            String status,
            String severity,
            String organization,
            String host,
            String ip,
            String label,
            long detections,
            Instant created) {}

    static boolean finds(Query query, Row row) {
        return switch (query) {
            case Query.And(List<Query> operands) -> operands.stream().allMatch(each -> finds(each, row));
            case Query.Or(List<Query> operands) -> operands.stream().anyMatch(each -> finds(each, row));
            case Query.Not(Query operand) -> !finds(operand, row);
            case Query.Words(Pattern pattern) ->
                matches(pattern, row.words(), true)
                        || (!pattern.wild()
                                && List.of(row.host(), row.ip())
                                        .contains(pattern.text().strip().toLowerCase(Locale.ROOT)));
            case Query.Term(var field, FieldTest test) -> passes(field.name(), test, row);
        };
    }

    private static boolean passes(String field, FieldTest test, Row row) {
        return switch (test) {
            case FieldTest.Present _ -> !field.equals("label") || !row.label().isEmpty();
            case FieldTest.Numbers(Long from, Long to) ->
                (from == null || row.detections() >= from) && (to == null || row.detections() <= to);
            case FieldTest.Times(Instant from, Instant before) ->
                (from == null || !row.created().isBefore(from))
                        && (before == null || row.created().isBefore(before));
            case FieldTest.Like(Pattern pattern) ->
                switch (field) {
                    case "status" ->
                        pattern.text().equals("open")
                                ? !List.of("closed", "dismissed").contains(row.status())
                                : row.status().equals(pattern.text());
                    case "severity" -> row.severity().equals(pattern.text());
                    case "organization" -> row.organization().equals(pattern.text());
                    case "host" -> matches(pattern, row.host(), false);
                    case "ip" ->
                        pattern.text().endsWith("/8")
                                ? row.ip().startsWith("10.")
                                : row.ip().equals(pattern.text());
                    case "label" ->
                        matches(pattern, row.label(), false) && !row.label().isEmpty();
                    default -> throw new IllegalArgumentException(field);
                };
        };
    }

    /** By walking, not by translating to another pattern language. */
    private static boolean matches(Pattern pattern, String text, boolean anywhere) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (int start = 0; start <= (anywhere ? folded.length() : 0); start++) {
            if (matches(pattern.parts(), 0, folded, start, anywhere)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<Pattern.Part> parts, int part, String text, int at, boolean anywhere) {
        if (part == parts.size()) {
            return anywhere || at == text.length();
        }
        return switch (parts.get(part)) {
            case Pattern.Part.Text(String typed) -> {
                String wanted = typed.toLowerCase(Locale.ROOT);
                yield text.startsWith(wanted, at) && matches(parts, part + 1, text, at + wanted.length(), anywhere);
            }
            case Pattern.Part.One _ -> at < text.length() && matches(parts, part + 1, text, at + 1, anywhere);
            case Pattern.Part.Any _ -> {
                for (int next = at; next <= text.length(); next++) {
                    if (matches(parts, part + 1, text, next, anywhere)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }
}
