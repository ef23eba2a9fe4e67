package vn.chieng.sigma.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Position;

/** What one search identifier asks of an event. */
public sealed interface Search {

    /** A map: every part must hold. */
    record All(List<Search> parts) implements Search {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** A list of maps: any part must hold. */
    record Any(List<Search> parts) implements Search {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One line of a map, or keywords.
     *
     * @param field null for keywords, which are looked for in the whole event
     * @param every whether every value must hold (modifier {@code all}) and not just one
     * @param negated modifier {@code neq}
     * @param values for each value of the rule the tests it stands for, of which one must hold
     */
    record Item(@Nullable String field, boolean every, boolean negated, List<List<ValueTest>> values, Position position)
            implements Search {
        public Item {
            values = values.stream().map(List::copyOf).toList();
        }
    }
}
