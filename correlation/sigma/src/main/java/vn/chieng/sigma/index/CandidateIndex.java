package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldSlots;
import vn.chieng.sigma.text.Fragments;

/** Says which entries of the open groups an event can match; all others it cannot. */
final class CandidateIndex {
    private final @Nullable SlotIndex[] slots;
    private final int[][] slotsOfGroup;
    private final Postings[] always;
    private final @Nullable Fragments[] keywords;

    private CandidateIndex(
            @Nullable SlotIndex[] slots, int[][] slotsOfGroup, Postings[] always, @Nullable Fragments[] keywords) {
        this.keywords = keywords;
        this.slots = slots;
        this.slotsOfGroup = slotsOfGroup;
        this.always = always;
    }

    /** Collects entries with their witnesses. */
    static final class Builder {
        private final Map<Integer, SlotIndex.Builder> slots = new HashMap<>();
        private final List<List<Integer>> slotsOfGroup = new ArrayList<>();
        private final List<List<Integer>> always = new ArrayList<>();
        private final List<Set<String>> keywords = new ArrayList<>();

        Builder(int groups) {
            for (int i = 0; i < groups; i++) {
                slotsOfGroup.add(new ArrayList<>());
                always.add(new ArrayList<>());
                keywords.add(new HashSet<>());
            }
        }

        /** An entry without witnesses is a candidate always. */
        void add(int entry, int group, @Nullable List<Witness> witnesses) {
            if (witnesses == null) {
                always.get(group).add(entry);
                return;
            }
            for (Witness witness : witnesses) {
                slots.computeIfAbsent(witness.slot(), _ -> new SlotIndex.Builder())
                        .add(witness, entry);
                slotsOfGroup.get(group).add(witness.slot());
                if (witness.slot() == FieldSlots.KEYWORDS) {
                    keywords.get(group).add(witness.literal());
                }
            }
        }

        CandidateIndex build(int slotCount) {
            @Nullable SlotIndex[] built = new SlotIndex[slotCount];
            slots.forEach((slot, builder) -> built[slot] = builder.build());
            return new CandidateIndex(
                    built,
                    slotsOfGroup.stream().map(Builder::distinct).toArray(int[][]::new),
                    always.stream()
                            .map(entries -> new Postings(distinct(entries)))
                            .toArray(Postings[]::new),
                    keywords.stream().map(Fragments::of).toArray(Fragments[]::new));
        }

        private static int[] distinct(List<Integer> numbers) {
            return numbers.stream().distinct().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Adds the candidates of these groups, which must be open; {@code seen} is scratch space with a place for each slot. */
    void find(EventScan event, int[] groups, int groupCount, Candidates candidates, Visited seen) {
        seen.begin();
        for (int i = 0; i < groupCount; i++) {
            always[groups[i]].addTo(candidates);
            for (int slot : slotsOfGroup[groups[i]]) {
                SlotIndex index = slots[slot];
                boolean worthwhile = slot != FieldSlots.KEYWORDS || mayHoldKeywords(event, groups[i]);
                if (worthwhile && seen.isFirst(slot) && index != null) {
                    index.find(event.field(slot), candidates);
                }
            }
        }
    }

    private boolean mayHoldKeywords(EventScan event, int group) {
        Fragments fragments = keywords[group];
        return fragments == null || !event.isFreeOf(fragments);
    }

    int alwaysTried() {
        return Arrays.stream(always)
                .mapToInt(postings -> postings.entries().length)
                .sum();
    }

    long size() {
        long size = 0;
        for (SlotIndex slot : slots) {
            size += slot == null ? 0 : slot.size();
        }
        return size;
    }
}
