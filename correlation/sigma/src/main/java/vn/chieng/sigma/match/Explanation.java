package vn.chieng.sigma.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matches an event, or does not.
 *
 * @param logSourceHolds whether the event is of the rule's log source
 * @param verdict of the rule, its log source left aside
 */
public record Explanation(String rule, boolean logSourceHolds, Verdict verdict, List<SearchOutcome> searches) {

    public Explanation {
        searches = List.copyOf(searches);
    }

    /** Whether the engine reports the rule for the event. */
    public boolean matches() {
        return logSourceHolds && verdict == Verdict.MATCHED;
    }

    /** What came of one search of the rule. */
    public record SearchOutcome(String identifier, boolean holds, List<ItemOutcome> items) {
        public SearchOutcome {
            items = List.copyOf(items);
        }
    }

    /**
     * What came of one line of a search.
     *
     * @param field null for keywords
     * @param line in the rule file
     * @param values what was looked at, the first few and cut where they are long
     */
    public record ItemOutcome(@Nullable String field, int line, Outcome outcome, List<String> values) {
        public ItemOutcome {
            values = List.copyOf(values);
        }
    }

    /** An item holds, does not hold, or does not hold because the event has no such field. */
    public enum Outcome {
        TRUE,
        FALSE,
        ABSENT
    }
}
