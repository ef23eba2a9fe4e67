package vn.chieng.api.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all engines have counted of a rule.
 *
 * @param events of its log source
 * @param candidates events on which it was evaluated
 * @param at when that was last told; null where never
 */
public record RuleTotals(
        long events,
        long candidates,
        long matches,
        long nanoseconds,
        long failures,
        @Nullable Instant lastMatch,
        @Nullable Instant at) {

    /** Mean time of an evaluation; 0 where there was none. */
    public long nanosecondsEach() {
        return candidates == 0 ? 0 : nanoseconds / candidates;
    }
}
