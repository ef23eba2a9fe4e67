package vn.chieng.sigma.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.ValueTest;

/** Items that ask the same become one, so that an event answers each only once. */
final class SharedItems {
    private final Map<Key, Matcher> made = new HashMap<>();

    /** The log source counts only where the item names a second field. */
    private record Key(
            int slot,
            boolean every,
            List<List<ValueTest>> values,
            @Nullable LogSource logSource) {}

    Matcher item(Search.Item item, int slot, LogSource logSource, Supplier<FieldTest> test) {
        boolean refers = item.values().stream().flatMap(List::stream).anyMatch(ValueTest.Reference.class::isInstance);
        return made.computeIfAbsent(new Key(slot, item.every(), item.values(), refers ? logSource : null), _ -> {
            int number = made.size();
            FieldTest compiled = test.get();
            return event -> event.holds(number, slot, compiled);
        });
    }

    int size() {
        return made.size();
    }
}
