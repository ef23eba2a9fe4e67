package vn.chieng.api.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.vietnamese.SearchText;

/** Tests things that lie in memory with a query, as {@link SqlTranslation} tests rows. */
public final class MemoryTranslation<T> {
    private final Map<String, Field<T>> fields;
    private final Function<T, String> words;

    /** Whether a field of a thing passes a test. */
    @FunctionalInterface
    public interface Field<T> {
        boolean passes(FieldTest test, T thing);
    }

    /** Every field of the list has its test; words stand in the text that is made of a thing. */
    public MemoryTranslation(Map<String, Field<T>> fields, Function<T, String> words) {
        this.fields = Map.copyOf(fields);
        this.words = words;
    }

    /** Whether the query finds a thing. */
    public Predicate<T> of(Query query) {
        return switch (query) {
            case Query.And(List<Query> operands) ->
                operands.stream().map(this::of).reduce(_ -> true, Predicate::and);
            case Query.Or(List<Query> operands) ->
                operands.stream().map(this::of).reduce(_ -> false, Predicate::or);
            case Query.Not(Query operand) -> of(operand).negate();
            case Query.Words(Pattern pattern) -> {
                Pattern typed = pattern.map(SearchText::word);
                yield thing -> typed.occursIn(SearchText.kept(words.apply(thing)));
            }
            case Query.Term(QueryField field, FieldTest test) -> {
                Field<T> known = Objects.requireNonNull(fields.get(field.name()), field.name());
                yield thing -> known.passes(test, thing);
            }
        };
    }

    /** A value compared as a whole, whatever the case. */
    public static <T> Field<T> text(Function<T, @Nullable String> value) {
        return known(
                value,
                (test, text) ->
                        like(test).map(typed -> typed.toLowerCase(Locale.ROOT)).matches(text.toLowerCase(Locale.ROOT)));
    }

    /** Prose, of which some words are typed; accents do not count. */
    public static <T> Field<T> prose(Function<T, @Nullable String> value) {
        return known(value, (test, text) -> like(test).map(SearchText::plain).occursIn(SearchText.plain(text)));
    }

    /** A whole number. */
    public static <T> Field<T> number(Function<T, @Nullable Number> value) {
        return known(value, (test, number) -> {
            if (test instanceof FieldTest.Numbers bounds) {
                return bounds.holds(number.longValue());
            }
            throw unfit();
        });
    }

    /** A time. */
    public static <T> Field<T> time(Function<T, @Nullable Instant> value) {
        return known(value, (test, at) -> {
            if (test instanceof FieldTest.Times bounds) {
                return bounds.holds(at);
            }
            throw unfit();
        });
    }

    /** What is not known passes no test, and whatever is known is present. */
    private static <T, V> Field<T> known(Function<T, @Nullable V> value, BiPredicate<FieldTest, V> passes) {
        return (test, thing) -> {
            V known = value.apply(thing);
            return known != null && (test instanceof FieldTest.Present || passes.test(test, known));
        };
    }

    private static Pattern like(FieldTest test) {
        if (test instanceof FieldTest.Like(Pattern pattern)) {
            return pattern;
        }
        throw unfit();
    }

    /** Something that holds or does not. */
    public static <T> Field<T> flag(Predicate<T> holds) {
        return (test, thing) -> switch (test) {
            case FieldTest.Present _ -> true;
            case FieldTest.Like(Pattern pattern) ->
                holds.test(thing) == pattern.text().equals("yes");
            case FieldTest.Numbers _, FieldTest.Times _ -> throw unfit();
        };
    }

    private static IllegalStateException unfit() {
        return new IllegalStateException("the reader lets no such test through");
    }
}
