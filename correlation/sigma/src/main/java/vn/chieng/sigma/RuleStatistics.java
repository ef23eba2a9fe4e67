package vn.chieng.sigma;

import vn.chieng.sigma.index.IndexedMatcher;

/**
 * What a rule has seen since it was loaded.
 *
 * @param events events of its log source
 * @param candidates events on which it was evaluated
 * @param nanoseconds time spent on that, estimated from samples
 * @param failures events on which it failed
 */
public record RuleStatistics(String id, long events, long candidates, long matches, long nanoseconds, long failures) {

    RuleStatistics(String id, IndexedMatcher.Tally tally, long failures) {
        this(id, tally.events(), tally.candidates(), tally.matches(), tally.nanoseconds(), failures);
    }
}
