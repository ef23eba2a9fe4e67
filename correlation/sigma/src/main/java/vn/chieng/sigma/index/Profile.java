package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.text.Fragments;

/** What events of one kind are asked: some log sources, and of their rules those that this kind does not rule out. */
final class Profile {
    private final int[] buckets;
    private final long[] rules;
    private final int[] always;
    private final BucketIndex.Part[] parts;
    private final SlotIndex[] keywords;
    private final Fragments fragments;

    Profile(RuleIndex index, List<Integer> buckets, BitSet rules) {
        this.buckets = numbers(buckets);
        long[] words = rules.toLongArray();
        this.rules = Arrays.copyOf(words, (index.compiled().rules().size() >> 6) + 1);
        List<Integer> tried = new ArrayList<>();
        List<BucketIndex.Part> asked = new ArrayList<>();
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
                        asked.add(part);
                    }
                }
            }
        }
        this.always = numbers(tried);
        this.parts = asked.toArray(BucketIndex.Part[]::new);
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
    void find(EventScan event, Candidates candidates) {
        candidates.begin(rules);
        for (int rule : always) {
            candidates.add(rule);
        }
        for (BucketIndex.Part part : parts) {
            part.index().find(event.field(part.slot()), candidates);
        }
        if (keywords.length > 0 && !event.isFreeOf(fragments)) {
            for (SlotIndex index : keywords) {
                index.find(event.field(FieldSlots.KEYWORDS), candidates);
            }
        }
    }
}
