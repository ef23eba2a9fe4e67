package vn.chieng.sigma.index;

import java.util.function.IntConsumer;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.Verdict;

/** Takes events past the rules, one after another; all that it needs for that is made once. Used by one thread. */
final class Passage {
    static final int SAMPLED = 64;
    private static final int[] ALL_STREAMS = {0};

    private final RuleIndex index;
    private final CompiledRules compiled;
    private final EventScan scan;
    private final Candidates streams;
    private final Candidates rules;
    private final Visited slots;
    private final int[] buckets;
    private final Counts counts;
    private int untilSample = SAMPLED;
    private int bucketCount;

    Passage(RuleIndex index, Counts counts) {
        this.index = index;
        this.compiled = index.compiled();
        this.scan = EventScan.remembering(compiled.slots(), compiled.items());
        this.streams = new Candidates(new int[compiled.streams().size()], 1);
        this.rules = new Candidates(index.bucketOfRule(), compiled.buckets().size());
        this.slots = new Visited(compiled.slots().size());
        this.buckets = new int[compiled.buckets().size()];
        this.counts = counts;
    }

    void match(EventView event, IntConsumer matched, IntConsumer failed) {
        scan.of(event);
        untilSample--;
        boolean sampled = untilSample == 0;
        if (sampled) {
            untilSample = SAMPLED;
        }
        openBuckets();
        index.rules().find(scan, buckets, bucketCount, rules, slots);
        for (int i = 0; i < rules.size(); i++) {
            evaluate(rules.get(i), sampled, matched, failed);
        }
    }

    private void openBuckets() {
        streams.begin();
        streams.open(0);
        rules.begin();
        bucketCount = 0;
        index.streams().find(scan, ALL_STREAMS, 1, streams, slots);
        for (int i = 0; i < streams.size(); i++) {
            int stream = streams.get(i);
            // where it cannot be told whether the event is of a stream, the rules have a look
            if (Verdict.of(compiled.streams().get(stream).matcher(), scan) != Verdict.NOT_MATCHED) {
                for (int bucket : index.bucketsOfStream(stream)) {
                    if (rules.open(bucket)) {
                        buckets[bucketCount] = bucket;
                        bucketCount++;
                        counts.event(bucket);
                    }
                }
            }
        }
    }

    private void evaluate(int rule, boolean sampled, IntConsumer matched, IntConsumer failed) {
        long start = sampled ? System.nanoTime() : 0;
        Verdict verdict = Verdict.of(compiled.rules().get(rule).matcher(), scan);
        counts.candidate(rule);
        if (sampled) {
            counts.cost(rule, System.nanoTime() - start);
        }
        switch (verdict) {
            case MATCHED -> {
                counts.match(rule);
                matched.accept(rule);
            }
            case FAILED -> failed.accept(rule);
            case NOT_MATCHED -> {
                // most candidates are none
            }
        }
    }
}
