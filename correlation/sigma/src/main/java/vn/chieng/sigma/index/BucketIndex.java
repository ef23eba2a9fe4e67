package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.FieldSlots;

/** Says which rules of one log source an event can match; all others it cannot. */
final class BucketIndex {
    private final List<Part> parts;
    private final List<Integer> always;
    private final Map<Integer, Set<String>> keywords;

    /** The witnesses that one field can show. */
    record Part(int slot, SlotIndex index) {}

    private BucketIndex(List<Part> parts, List<Integer> always, Map<Integer, Set<String>> keywords) {
        this.parts = List.copyOf(parts);
        this.always = List.copyOf(always);
        this.keywords = keywords;
    }

    /** Collects rules with their witnesses. */
    static final class Builder {
        private final Map<Integer, SlotIndex.Builder> slots = new TreeMap<>();
        private final List<Integer> always = new ArrayList<>();
        private final Map<Integer, Set<String>> keywords = new TreeMap<>();

        /** A rule without witnesses is a candidate always. */
        void add(int rule, @Nullable List<Witness> witnesses) {
            if (witnesses == null) {
                always.add(rule);
                return;
            }
            for (Witness witness : witnesses) {
                slots.computeIfAbsent(witness.slot(), _ -> new SlotIndex.Builder())
                        .add(witness, rule);
                if (witness.slot() == FieldSlots.KEYWORDS) {
                    keywords.computeIfAbsent(rule, _ -> new HashSet<>()).add(witness.literal());
                }
            }
        }

        BucketIndex build() {
            List<Part> parts = new ArrayList<>();
            slots.forEach((slot, builder) -> parts.add(new Part(slot, builder.build())));
            return new BucketIndex(parts, always, keywords);
        }
    }

    List<Part> parts() {
        return parts;
    }

    List<Integer> always() {
        return always;
    }

    /** The keywords by which rules are found, by the rule. */
    Map<Integer, Set<String>> keywords() {
        return keywords;
    }

    long size() {
        return parts.stream().mapToLong(part -> part.index.size()).sum();
    }
}
