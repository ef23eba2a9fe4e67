package vn.chieng.sigma.index;

import java.security.SecureRandom;
import java.util.function.IntConsumer;
import vn.chieng.event.repeats.FruitlessTexts;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.Verdict;
import vn.chieng.sigma.match.WatchedFields;

/** Takes events past the rules, one after another; all that it needs for that is made once. Used by one thread. */
public final class Passage {
    private static final int SAMPLED = 64;
    /** The logarithm of how many texts are known to show nothing. */
    private static final int REMEMBERED = 14;

    private final CompiledRules compiled;
    private final EventScan scan;
    private final Profiles profiles;
    private final Candidates candidates;
    private final Counts counts;
    private final FruitlessTexts fruitless = new FruitlessTexts(new SecureRandom(), REMEMBERED);
    private final int[] watched;
    private int untilSample = SAMPLED;

    Passage(RuleIndex index) {
        this.compiled = index.compiled();
        this.scan = EventScan.remembering(compiled.slots(), compiled.items());
        this.profiles = new Profiles(index);
        this.watched = compiled.watched().stream().mapToInt(Integer::intValue).toArray();
        this.candidates = new Candidates(compiled.rules().size());
        this.counts = new Counts(compiled.rules().size(), compiled.buckets().size(), SAMPLED);
    }

    Counts counts() {
        return counts;
    }

    /** Hands over the numbers of the rules that match, in no order, and of those that fail. */
    public void match(EventView event, IntConsumer matched, IntConsumer failed) {
        scan.of(event);
        untilSample--;
        boolean sampled = untilSample == 0;
        if (sampled) {
            untilSample = SAMPLED;
        }
        Profile profile = profiles.of(scan);
        for (int bucket : profile.buckets()) {
            counts.event(bucket);
        }
        profile.find(scan, candidates, fruitless);
        for (int i = 0; i < candidates.size(); i++) {
            evaluate(candidates.get(i), sampled, matched, failed);
        }
    }

    /** Hands over what the event that passed last holds in the watched fields. */
    public void watched(WatchedFields fields) {
        scan.watched(watched, fields);
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
