package vn.chieng.sigma.index;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventView;

/** Matches events by way of an index, with the same outcome as a scan over all rules; safe for many threads. */
public final class IndexedMatcher {
    private final RuleIndex index;
    /** As many as there ever were threads in here at once. */
    private final Queue<Passage> spare = new ConcurrentLinkedQueue<>();

    private final List<Counts> counts = new CopyOnWriteArrayList<>();

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
    }

    /** A passage for one thread to keep. */
    public Passage passage() {
        Passage passage = new Passage(index);
        counts.add(passage.counts());
        return passage;
    }

    /** Hands over the numbers of the rules that match, in no order, and of those that fail. */
    public void match(EventView event, IntConsumer matched, IntConsumer failed) {
        Passage taken = spare.poll();
        Passage passage = taken == null ? passage() : taken;
        try {
            passage.match(event, matched, failed);
        } finally {
            spare.add(passage);
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

    /** How many rules have no literal and are tried on every event of their log source that does not rule them out. */
    public int alwaysTried() {
        return index.alwaysTried();
    }

    /** Bytes of the automata. */
    public long size() {
        return index.size();
    }
}
