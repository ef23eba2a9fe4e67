package vn.chieng.sigma.index;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventView;

/** Matches events by way of an index, with the same outcome as a scan over all rules; safe for many threads. */
public final class IndexedMatcher {
    /** Threads beyond this many share a place, and sometimes make a passage anew. */
    private static final int PLACES = 16;

    private final RuleIndex index;
    private final AtomicReferenceArray<Passage> spare = new AtomicReferenceArray<>(PLACES);
    private final List<Counts> counts;

    /**
     * What was counted of a rule.
     *
     * @param events events of its log source
     * @param candidates events on which it was evaluated
     * @param nanoseconds estimated from one event in 64
     */
    public record Tally(long events, long candidates, long matches, long nanoseconds) {}

    public IndexedMatcher(CompiledRules compiled) {
        this.index = new RuleIndex(compiled);
        this.counts = Stream.generate(() ->
                        new Counts(compiled.rules().size(), compiled.buckets().size(), Passage.SAMPLED))
                .limit(PLACES)
                .toList();
    }

    /** Hands over the numbers of the rules that match, in no order, and of those that fail. */
    public void match(EventView event, IntConsumer matched, IntConsumer failed) {
        int place = (int) Thread.currentThread().threadId() & (PLACES - 1);
        Passage passage = spare.getAndSet(place, null);
        if (passage == null) {
            passage = new Passage(index, counts.get(place));
        }
        try {
            passage.match(event, matched, failed);
        } finally {
            spare.set(place, passage);
        }
    }

    /** What was counted of each rule since it was loaded. */
    public List<Tally> tallies() {
        CompiledRules compiled = index.compiled();
        return IntStream.range(0, compiled.rules().size())
                .mapToObj(rule -> new Tally(
                        sum(each -> each.events(compiled.rules().get(rule).bucket())),
                        sum(each -> each.candidates(rule)),
                        sum(each -> each.matches(rule)),
                        sum(each -> each.nanoseconds(rule))))
                .toList();
    }

    private long sum(ToLongFunction<Counts> number) {
        return counts.stream().mapToLong(number).sum();
    }

    /** How many rules have no literal and are tried on every event of their log source. */
    public int alwaysTried() {
        return index.rules().alwaysTried();
    }

    /** Bytes of the automata. */
    public long size() {
        return index.rules().size() + index.streams().size();
    }
}
