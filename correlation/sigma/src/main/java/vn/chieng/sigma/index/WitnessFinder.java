package vn.chieng.sigma.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.regex.RegexLiterals;
import vn.chieng.sigma.regex.RegexReader;
import vn.chieng.sigma.rule.Condition;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.ValueTest;

/**
 * Finds for a tree what an event must show at least one of, or that there is no such thing: of operands that must all
 * hold the best is enough, of alternatives each must contribute, and a negation asks for nothing.
 */
final class WitnessFinder {
    private final FieldSlots slots;
    private final LogSource logSource;
    private final Rarity rarity;

    WitnessFinder(FieldSlots slots, LogSource logSource, Rarity rarity) {
        this.slots = slots;
        this.logSource = logSource;
        this.rarity = rarity;
    }

    /** One of these is in every event for which the condition holds; null where nothing can be said. */
    @Nullable
    List<Witness> of(Condition condition, Map<String, Search> searches) {
        return of(condition, searches, true);
    }

    private @Nullable List<Witness> of(Condition condition, Map<String, Search> searches, boolean holds) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) ->
                join(
                        operands.stream()
                                .map(operand -> Found.of(of(operand, searches, holds)))
                                .toList(),
                        holds);
            case Condition.Or(List<Condition> operands) ->
                join(
                        operands.stream()
                                .map(operand -> Found.of(of(operand, searches, holds)))
                                .toList(),
                        !holds);
            case Condition.Not(Condition operand) -> of(operand, searches, !holds);
            case Condition.Named named -> {
                Search search = searches.get(named.identifier());
                yield search == null ? null : of(search, holds);
            }
        };
    }

    /** One of these is in every event for which the search holds, or does not hold; null where nothing can be said. */
    @Nullable
    List<Witness> of(Search search, boolean holds) {
        return switch (search) {
            case Search.All(List<Search> parts) ->
                join(parts.stream().map(part -> Found.of(of(part, holds))).toList(), holds);
            case Search.Any(List<Search> parts) ->
                join(parts.stream().map(part -> Found.of(of(part, holds))).toList(), !holds);
            case Search.Item item -> item.negated() == holds ? null : item(item);
        };
    }

    private @Nullable List<Witness> item(Search.Item item) {
        String field = item.field();
        int slot = field == null ? FieldSlots.KEYWORDS : slots.slot(field, logSource);
        List<Found> values = item.values().stream()
                .map(alternatives -> join(
                        alternatives.stream()
                                .map(test -> Found.of(test(test, slot)))
                                .toList(),
                        false))
                .map(Found::of)
                .toList();
        return join(values, item.every());
    }

    /** A list that may be missing, so that it can stand in a stream. */
    private record Found(@Nullable List<Witness> witnesses) {
        static Found of(@Nullable List<Witness> witnesses) {
            return new Found(witnesses);
        }
    }

    private @Nullable List<Witness> join(List<Found> parts, boolean every) {
        return every ? best(parts) : union(parts);
    }

    private @Nullable List<Witness> best(List<Found> parts) {
        List<Witness> best = null;
        double least = Double.MAX_VALUE;
        for (Found part : parts) {
            List<Witness> witnesses = part.witnesses();
            if (witnesses != null && rarity.of(witnesses) < least) {
                best = witnesses;
                least = rarity.of(witnesses);
            }
        }
        return best;
    }

    private static @Nullable List<Witness> union(List<Found> parts) {
        List<Witness> union = new ArrayList<>();
        for (Found part : parts) {
            List<Witness> witnesses = part.witnesses();
            if (witnesses == null) {
                return null;
            }
            union.addAll(witnesses);
        }
        return union.stream().distinct().toList();
    }

    private @Nullable List<Witness> test(ValueTest test, int slot) {
        return switch (test) {
            case ValueTest.Text(var pattern, boolean _) -> List.of(TextWitness.of(pattern, slot));
            case ValueTest.Numeric(BigDecimal value, String written) -> TextWitness.of(value, written, slot);
            case ValueTest.Truth(boolean value) ->
                List.of(new Witness(slot, Witness.Place.WHOLE, Boolean.toString(value)));
            case ValueTest.Regex(var pattern) -> regex(pattern.pattern(), slot);
            case ValueTest.Network _, ValueTest.Comparison _, ValueTest.Time _, ValueTest.Reference _ -> filled(slot);
            case ValueTest.Null _, ValueTest.Exists _ -> null;
        };
    }

    private @Nullable List<Witness> regex(String pattern, int slot) {
        List<Found> needed = RegexReader.read(pattern).map(RegexLiterals::of).orElse(List.of()).stream()
                .map(forms -> forms.stream()
                        .map(form -> Witness.of(slot, Witness.Place.INSIDE, form))
                        .toList())
                .map(Found::of)
                .toList();
        return needed.isEmpty() ? filled(slot) : best(needed);
    }

    /** Every event has something in which keywords are looked for, so that says nothing. */
    private static @Nullable List<Witness> filled(int slot) {
        return slot == FieldSlots.KEYWORDS ? null : List.of(Witness.filled(slot));
    }
}
