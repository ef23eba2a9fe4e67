package vn.chieng.sigma.index;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.match.Verdict;
import vn.chieng.sigma.rule.Search;

/** The indexes over the rules of each log source, and what events of each kind are asked; shared by all threads. */
final class RuleIndex {
    /** Beyond that, profiles are made for one event and forgotten. */
    private static final int MAX_PROFILES = 2_000;

    private final CompiledRules compiled;
    private final List<BucketIndex> buckets;
    private final Map<Asked, Profile> profiles = new ConcurrentHashMap<>();
    private final AtomicLong fields = new AtomicLong();

    private record Asked(List<Integer> buckets, BitSet rules) {}

    RuleIndex(CompiledRules compiled) {
        this.compiled = compiled;
        Rarity rarity = new Rarity(compiled.keyPaths());
        FieldSlots slots = compiled.slots();
        for (CompiledRules.Rule rule : compiled.rules()) {
            WitnessFinder finder = new WitnessFinder(slots, rule.rule().logSource(), rarity);
            rule.detection().searches().values().forEach(search -> note(search, finder, rarity));
        }
        List<BucketIndex.Builder> builders =
                compiled.buckets().stream().map(_ -> new BucketIndex.Builder()).toList();
        for (int i = 0; i < compiled.rules().size(); i++) {
            CompiledRules.Rule rule = compiled.rules().get(i);
            WitnessFinder finder = new WitnessFinder(slots, rule.rule().logSource(), rarity);
            builders.get(rule.bucket())
                    .add(
                            i,
                            finder.of(
                                    rule.detection().condition(),
                                    rule.detection().searches()));
        }
        this.buckets = builders.parallelStream().map(BucketIndex.Builder::build).toList();
    }

    private static void note(Search search, WitnessFinder finder, Rarity rarity) {
        switch (search) {
            case Search.All(List<Search> parts) -> parts.forEach(part -> note(part, finder, rarity));
            case Search.Any(List<Search> parts) -> parts.forEach(part -> note(part, finder, rarity));
            case Search.Item item -> {
                List<Witness> witnesses = finder.of(item, !item.negated());
                if (witnesses != null) {
                    witnesses.forEach(rarity::note);
                }
            }
        }
    }

    CompiledRules compiled() {
        return compiled;
    }

    BucketIndex bucket(int number) {
        return buckets.get(number);
    }

    /** The log sources that an event is of. */
    List<Integer> bucketsOf(EventScan event) {
        BitSet present = new BitSet();
        for (int i = 0; i < compiled.streams().size(); i++) {
            // where it cannot be told whether the event is of a stream, the rules have a look
            if (Verdict.of(compiled.streams().get(i).matcher(), event) != Verdict.NOT_MATCHED) {
                present.set(i);
            }
        }
        return IntStream.range(0, compiled.buckets().size())
                .filter(bucket ->
                        compiled.buckets().get(bucket).streams().stream().anyMatch(present::get))
                .boxed()
                .toList();
    }

    /** The rules of these log sources that events with the same key as this one can match. */
    BitSet open(List<Integer> of, EventScan event) {
        BitSet open = new BitSet();
        for (int bucket : of) {
            for (int rule : compiled.buckets().get(bucket).rules()) {
                open.set(rule, !compiled.rules().get(rule).foresight().rulesOut(event));
            }
        }
        return open;
    }

    /** The profile in which all rules of some log sources are asked. */
    Profile profile(List<Integer> of) {
        BitSet all = new BitSet();
        of.forEach(bucket -> compiled.buckets().get(bucket).rules().forEach(all::set));
        return profile(of, all);
    }

    /** The profile in which some rules of some log sources are asked. */
    Profile profile(List<Integer> of, BitSet rules) {
        Asked asked = new Asked(of, rules);
        Profile known = profiles.get(asked);
        if (known == null) {
            known = new Profile(this, of, rules);
            if (profiles.size() < MAX_PROFILES) {
                profiles.put(asked, known);
            }
        }
        return known;
    }

    /** A number for one field of one profile. */
    long nextField() {
        return fields.getAndIncrement();
    }

    int alwaysTried() {
        return buckets.stream().mapToInt(bucket -> bucket.always().size()).sum();
    }

    long size() {
        return buckets.stream().mapToLong(BucketIndex::size).sum();
    }
}
