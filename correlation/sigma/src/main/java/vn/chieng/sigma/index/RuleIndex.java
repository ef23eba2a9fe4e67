package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.rule.Search;

/** The two indexes that an event passes: over the streams that it can be of, and over the rules for those streams. */
final class RuleIndex {
    private final CompiledRules compiled;
    private final CandidateIndex streams;
    private final CandidateIndex rules;
    private final int[] bucketOfRule;
    private final int[][] bucketsOfStream;

    RuleIndex(CompiledRules compiled) {
        this.compiled = compiled;
        this.streams = streams(compiled);
        this.rules = rules(compiled);
        this.bucketOfRule =
                compiled.rules().stream().mapToInt(CompiledRules.Rule::bucket).toArray();
        List<List<Integer>> taking = new ArrayList<>();
        compiled.streams().forEach(_ -> taking.add(new ArrayList<>()));
        for (int bucket = 0; bucket < compiled.buckets().size(); bucket++) {
            for (int stream : compiled.buckets().get(bucket).streams()) {
                taking.get(stream).add(bucket);
            }
        }
        this.bucketsOfStream = taking.stream()
                .map(buckets ->
                        buckets.stream().mapToInt(Integer::intValue).distinct().toArray())
                .toArray(int[][]::new);
    }

    private static CandidateIndex streams(CompiledRules compiled) {
        Rarity rarity = new Rarity();
        for (CompiledRules.Stream stream : compiled.streams()) {
            note(stream.when(), new WitnessFinder(compiled.slots(), stream.logSource(), rarity), rarity);
        }
        CandidateIndex.Builder builder = new CandidateIndex.Builder(1);
        for (int i = 0; i < compiled.streams().size(); i++) {
            CompiledRules.Stream stream = compiled.streams().get(i);
            builder.add(i, 0, new WitnessFinder(compiled.slots(), stream.logSource(), rarity).of(stream.when(), true));
        }
        return builder.build(compiled.slots().size());
    }

    private static CandidateIndex rules(CompiledRules compiled) {
        Rarity rarity = new Rarity();
        FieldSlots slots = compiled.slots();
        for (CompiledRules.Rule rule : compiled.rules()) {
            WitnessFinder finder = new WitnessFinder(slots, rule.rule().logSource(), rarity);
            Map<String, Search> searches = rule.detection().searches();
            searches.values().forEach(search -> note(search, finder, rarity));
        }
        CandidateIndex.Builder builder =
                new CandidateIndex.Builder(compiled.buckets().size());
        for (int i = 0; i < compiled.rules().size(); i++) {
            CompiledRules.Rule rule = compiled.rules().get(i);
            WitnessFinder finder = new WitnessFinder(slots, rule.rule().logSource(), rarity);
            builder.add(
                    i,
                    rule.bucket(),
                    finder.of(rule.detection().condition(), rule.detection().searches()));
        }
        return builder.build(slots.size());
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

    CandidateIndex streams() {
        return streams;
    }

    CandidateIndex rules() {
        return rules;
    }

    int[] bucketOfRule() {
        return bucketOfRule;
    }

    int[] bucketsOfStream(int stream) {
        return bucketsOfStream[stream];
    }
}
