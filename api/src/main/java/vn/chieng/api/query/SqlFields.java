package vn.chieng.api.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.chieng.api.vietnamese.SearchText;

/** The SQL of the usual kinds of columns; a column is a name that stands in the code, never typed text. */
public final class SqlFields {
    private SqlFields() {}

    /** A column of text, whatever the case. */
    public static SqlTranslation.Field text(String column) {
        return (test, parameters) -> switch (test) {
            case FieldTest.Present _ -> column + " is not null";
            case FieldTest.Like(Pattern pattern) -> like("lower(" + column + ")", pattern, parameters);
            case FieldTest.Numbers _, FieldTest.Times _ -> throw unfit(column);
        };
    }

    /** A column that holds one of a few values, written there in capitals with underscores. */
    public static SqlTranslation.Field choice(String column) {
        return (test, parameters) -> switch (test) {
            case FieldTest.Present _ -> column + " is not null";
            case FieldTest.Like(Pattern pattern) ->
                column + " = "
                        + parameters.add(pattern.text().toUpperCase(Locale.ROOT).replace('-', '_'));
            case FieldTest.Numbers _, FieldTest.Times _ -> throw unfit(column);
        };
    }

    /** Prose, of which some words are typed; accents do not count. */
    public static SqlTranslation.Field prose(String column) {
        return (test, parameters) -> switch (test) {
            case FieldTest.Present _ -> column + " is not null";
            case FieldTest.Like(Pattern pattern) ->
                "search_plain(" + column + ") like "
                        + parameters.add("%"
                                + pattern.map(text -> SearchText.plain(storable(text)))
                                        .like() + "%");
            case FieldTest.Numbers _, FieldTest.Times _ -> throw unfit(column);
        };
    }

    /** A condition that holds or does not; it is never null. */
    public static SqlTranslation.Field flag(String condition) {
        return (test, _) -> switch (test) {
            case FieldTest.Present _ -> "true";
            case FieldTest.Like(Pattern pattern) -> pattern.text().equals("yes") ? condition : "not " + condition;
            case FieldTest.Numbers _, FieldTest.Times _ -> throw unfit(condition);
        };
    }

    /** A column that holds a day, which is Vietnam's. */
    public static SqlTranslation.Field day(String column) {
        return time("(" + column + "::timestamp at time zone 'Asia/Ho_Chi_Minh')");
    }

    /** Words anywhere in a column that {@link SearchText#kept} wrote. */
    public static SqlTranslation.WordSearch searched(String column) {
        return (pattern, parameters) -> column + " like "
                + parameters.add("%"
                        + pattern.map(text -> SearchText.word(storable(text))).like() + "%");
    }

    /** A column that holds a whole number. */
    public static SqlTranslation.Field number(String column) {
        return (test, parameters) -> switch (test) {
            case FieldTest.Present _ -> column + " is not null";
            case FieldTest.Numbers(Long from, Long to) ->
                bounds(
                        from == null ? null : column + " >= " + parameters.add(from),
                        to == null ? null : column + " <= " + parameters.add(to));
            case FieldTest.Like _, FieldTest.Times _ -> throw unfit(column);
        };
    }

    /** A column that holds a time. */
    public static SqlTranslation.Field time(String column) {
        return (test, parameters) -> switch (test) {
            case FieldTest.Present _ -> column + " is not null";
            case FieldTest.Times(Instant from, Instant before) ->
                bounds(
                        from == null ? null : column + " >= " + parameters.add(from.atOffset(ZoneOffset.UTC)),
                        before == null ? null : column + " < " + parameters.add(before.atOffset(ZoneOffset.UTC)));
            case FieldTest.Like _, FieldTest.Numbers _ -> throw unfit(column);
        };
    }

    /** An expression compared with a pattern in lower case; without wildcards as a whole, which an index can answer. */
    public static String like(String expression, Pattern pattern, SqlParameters parameters) {
        return like(expression, pattern, text -> text.toLowerCase(Locale.ROOT), parameters);
    }

    /** The same with the typed text folded in another way. */
    public static String like(
            String expression, Pattern pattern, UnaryOperator<String> folded, SqlParameters parameters) {
        Pattern ready = pattern.map(text -> folded.apply(storable(text)));
        return ready.wild()
                ? expression + " like " + parameters.add(ready.like())
                : expression + " = " + parameters.add(ready.text());
    }

    /** PostgreSQL holds neither U+0000 nor half a surrogate pair; nothing that it holds equals them. */
    public static String storable(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String bounds(
            @org.jspecify.annotations.Nullable String lower, @org.jspecify.annotations.Nullable String upper) {
        if (lower == null) {
            return upper == null ? "true" : upper;
        }
        return upper == null ? lower : "(" + lower + " and " + upper + ")";
    }

    private static IllegalStateException unfit(String column) {
        return new IllegalStateException("the reader lets no such test through for " + column);
    }
}
