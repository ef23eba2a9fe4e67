package vn.chieng.sigma.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.ValueTest;
import vn.chieng.sigma.text.TextPattern;

/**
 * The few fields that say of which log source an event is; two events that have the same there go the same way. Of fields
 * that are only asked whether they are there, only that counts.
 */
public final class KeyPaths {
    private final FieldSlots slots;
    private final Set<Integer> valueSlots = new HashSet<>();
    private final Set<Integer> presenceSlots = new HashSet<>();
    private int[] byValue = {};
    private int[] byPresence = {};

    KeyPaths(FieldSlots slots) {
        this.slots = slots;
    }

    /** Notes the fields that a log source is told by. */
    void add(CompiledRules.Stream stream) {
        add(stream.when(), stream);
        presenceSlots.removeAll(valueSlots);
        byValue = numbers(valueSlots);
        byPresence = numbers(presenceSlots);
    }

    private void add(Search search, CompiledRules.Stream stream) {
        switch (search) {
            case Search.All(List<Search> parts) -> parts.forEach(part -> add(part, stream));
            case Search.Any(List<Search> parts) -> parts.forEach(part -> add(part, stream));
            case Search.Item item -> {
                String field = item.field();
                if (field == null) {
                    throw new IllegalArgumentException("a log source is told by fields, not by keywords");
                }
                boolean presence = item.values().stream().flatMap(List::stream).allMatch(KeyPaths::asksForPresence);
                (presence ? presenceSlots : valueSlots).add(slots.slot(field, stream.logSource()));
            }
        }
    }

    private static boolean asksForPresence(ValueTest test) {
        return switch (test) {
            case ValueTest.Exists _, ValueTest.Null _ -> true;
            case ValueTest.Text(TextPattern pattern, var _) ->
                pattern.tokens().equals(List.of(new TextPattern.AnyRun()));
            case ValueTest.Numeric _,
                    ValueTest.Truth _,
                    ValueTest.Regex _,
                    ValueTest.Network _,
                    ValueTest.Comparison _,
                    ValueTest.Time _,
                    ValueTest.Reference _ -> false;
        };
    }

    private int[] numbers(Set<Integer> wanted) {
        Set<Integer> numbers = new TreeSet<>();
        wanted.forEach(slot -> Arrays.stream(slots.pathNumbers(slot)).forEach(numbers::add));
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether events of one key have the same value in a slot. */
    public boolean tell(int slot) {
        return valueSlots.contains(slot);
    }

    int[] byValue() {
        return byValue;
    }

    int[] byPresence() {
        return byPresence;
    }
}
