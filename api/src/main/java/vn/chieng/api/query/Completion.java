package vn.chieng.api.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.chieng.api.vietnamese.SearchText;

/**
 * What could be typed next.
 *
 * @param from where the word that is being typed begins, counted from 0
 * @param items what could stand in its place
 */
public record Completion(int from, List<String> items) {
    private static final int MOST = 12;
    private static final String ENDS = " ()\t";

    public Completion {
        items = List.copyOf(items);
    }

    /**
     * Names of fields, or after a colon the values of the field.
     *
     * @param caret how much of the text stands before the caret
     * @param values of a field that begin with a text, for fields whose values are not fixed
     */
    public static Completion of(
            String text, int caret, QueryFields fields, BiFunction<QueryField, String, List<String>> values) {
        if (text.length() > QueryParser.MOST_CHARACTERS) {
            return new Completion(0, List.of());
        }
        int end = Math.clamp(caret, 0, text.length());
        int start = end;
        while (start > 0 && ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        if (start < end && text.charAt(start) == '-') {
            start++;
        }
        String word = text.substring(start, end);
        int colon = word.indexOf(':');
        if (colon < 0) {
            String begun = word.toLowerCase(Locale.ROOT);
            return new Completion(
                    start,
                    begun.isEmpty()
                            ? List.of()
                            : fields.all().stream()
                                    .map(field -> field.name() + ":")
                                    .filter(name ->
                                            name.toLowerCase(Locale.ROOT).startsWith(begun))
                                    .limit(MOST)
                                    .toList());
        }
        Optional<QueryField> field = fields.find(word.substring(0, colon));
        String begun = word.substring(colon + 1).replace("\"", "");
        return new Completion(
                start + colon + 1,
                field.map(each -> offered(each, begun, values)).orElse(List.of()));
    }

    private static List<String> offered(
            QueryField field, String begun, BiFunction<QueryField, String, List<String>> values) {
        String lower = begun.toLowerCase(Locale.ROOT);
        Stream<String> fixed = field.values().stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(lower));
        return Stream.concat(fixed, values.apply(field, begun).stream())
                .distinct()
                .limit(MOST)
                .map(Completion::quotedWhereNeeded)
                .toList();
    }

    /** The first of some values that hold what was typed, with or without its accents. */
    public static List<String> matching(Stream<String> values, String begun) {
        String typed = SearchText.word(begun);
        return values.filter(value -> SearchText.kept(value).contains(typed))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A value as it must be typed so that it is read as one. */
    public static String quotedWhereNeeded(String value) {
        boolean plain = !value.isEmpty() && value.chars().allMatch(Completion::isPlain) && !isOperator(value);
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean isPlain(int each) {
        return Character.isLetterOrDigit(each)
                || each == '.'
                || each == '_'
                || each == '-'
                || each == '@'
                || each == '/';
    }

    private static boolean isOperator(String value) {
        return value.startsWith("-") || List.of("AND", "OR", "NOT", "TO").contains(value);
    }
}
