package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chieng.event.repeats.FruitlessTexts;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.text.Fragments;

/** What events of one kind are asked: some log sources, and of their rules those that this kind does not rule out. */
final class Profile {
    private final int[] buckets;
    private final long[] rules;
    private final int[] always;
    private final AskedFields fields;
    private final SlotIndex[] keywords;
    private final Fragments fragments;

    Profile(RuleIndex index, List<Integer> buckets, BitSet rules) {
        this.buckets = numbers(buckets);
        long[] words = rules.toLongArray();
        this.rules = Arrays.copyOf(words, (index.compiled().rules().size() >> 6) + 1);
        List<Integer> tried = new ArrayList<>();
        Map<Integer, List<SlotIndex>> asked = new TreeMap<>();
        List<SlotIndex> lookedFor = new ArrayList<>();
        Set<String> literals = new HashSet<>();
        for (int bucket : buckets) {
            BucketIndex own = index.bucket(bucket);
            own.always().stream().filter(rules::get).forEach(tried::add);
            own.keywords().forEach((rule, looked) -> {
                if (rules.get(rule)) {
                    literals.addAll(looked);
                }
            });
            for (BucketIndex.Part part : own.parts()) {
                if (part.index().concerns(this.rules)) {
                    if (part.slot() == FieldSlots.KEYWORDS) {
                        lookedFor.add(part.index());
                    } else {
                        asked.computeIfAbsent(part.slot(), _ -> new ArrayList<>())
                                .add(part.index());
                    }
                }
            }
        }
        this.always = numbers(tried);
        Map<Integer, AskedField> bySlot = new TreeMap<>();
        asked.forEach((slot, indexes) -> bySlot.put(slot, new AskedField(slot, indexes, index.nextField())));
        this.fields = new AskedFields(bySlot, index.compiled().slots());
        this.keywords = lookedFor.toArray(SlotIndex[]::new);
        this.fragments = Fragments.of(literals);
    }

    private static int[] numbers(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] buckets() {
        return buckets;
    }

    /** Collects the rules that the event can match. */
    void find(EventScan event, Candidates candidates, FruitlessTexts fruitless) {
        candidates.begin(rules);
        for (int rule : always) {
            candidates.add(rule);
        }
        fields.find(event, candidates, fruitless);
        if (keywords.length > 0 && !event.isFreeOf(fragments)) {
            for (SlotIndex index : keywords) {
                index.find(event.field(FieldSlots.KEYWORDS), candidates);
            }
        }
    }
}
