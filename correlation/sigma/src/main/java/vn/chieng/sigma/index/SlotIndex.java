package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.FieldValue;
import vn.chieng.sigma.match.Scalar;
import vn.chieng.sigma.raw.RawText;

/** The witnesses that one field can show: whole texts in a table, starts and ends in tries, parts in an automaton. */
final class SlotIndex {
    private final Postings everyone;
    private final Postings filled;
    private final Postings beyondAscii;
    private final Postings numbers;
    private final @Nullable ExactTexts wholes;
    private final @Nullable LiteralTrie starts;
    private final @Nullable LiteralTrie ends;
    private final @Nullable Parts parts;

    private SlotIndex(Map<Witness.Place, Map<String, List<Integer>>> literals) {
        everyone = literals.values().stream().map(SlotIndex::all).reduce(Postings.NONE, Postings::with);
        filled = all(literals.get(Witness.Place.FILLED));
        beyondAscii = all(literals.get(Witness.Place.BEYOND_ASCII));
        numbers = all(literals.get(Witness.Place.NUMBER));
        Map<String, Postings> exact = postings(literals.get(Witness.Place.WHOLE));
        postings(literals.get(Witness.Place.NUMBER)).forEach((text, more) -> exact.merge(text, more, Postings::with));
        wholes = exact.isEmpty() ? null : new ExactTexts(Literals.of(exact));
        Literals starting = Literals.of(postings(literals.get(Witness.Place.START)));
        starts = starting.isEmpty() ? null : LiteralTrie.ofStarts(starting);
        Literals ending = Literals.of(postings(literals.get(Witness.Place.END)));
        ends = ending.isEmpty() ? null : LiteralTrie.ofEnds(ending);
        Map<String, Postings> inside = postings(literals.get(Witness.Place.INSIDE));
        parts = inside.isEmpty() ? null : new Parts(inside);
    }

    private static Postings all(@Nullable Map<String, List<Integer>> literals) {
        return literals == null
                ? Postings.NONE
                : new Postings(literals.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    private static Map<String, Postings> postings(@Nullable Map<String, List<Integer>> literals) {
        Map<String, Postings> postings = new HashMap<>();
        if (literals != null) {
            literals.forEach((literal, entries) -> postings.put(
                    literal,
                    new Postings(entries.stream()
                            .distinct()
                            .mapToInt(Integer::intValue)
                            .toArray())));
        }
        return postings;
    }

    /** Collects witnesses of one slot. */
    static final class Builder {
        private final Map<Witness.Place, Map<String, List<Integer>>> literals = new EnumMap<>(Witness.Place.class);

        void add(Witness witness, int entry) {
            literals.computeIfAbsent(witness.place(), _ -> new HashMap<>())
                    .computeIfAbsent(witness.literal(), _ -> new ArrayList<>())
                    .add(entry);
        }

        SlotIndex build() {
            return new SlotIndex(literals);
        }
    }

    /** Adds whoever asks for what this value shows. */
    void find(FieldValue value, Candidates candidates) {
        if (value.filled()) {
            findFilled(candidates);
            findShown(value, candidates);
        }
    }

    /** Adds whoever asks for any value. */
    void findFilled(Candidates candidates) {
        filled.addTo(candidates);
    }

    /** Adds whoever asks for what is in this value. */
    void findShown(FieldValue value, Candidates candidates) {
        try {
            for (int i = 0; i < value.size(); i++) {
                find(value.scalar(i), candidates);
            }
        } catch (RuntimeException e) {
            // what this value shows cannot be told: each of them has to look, and to fail, by itself
            everyone.addTo(candidates);
        }
    }

    private void find(Scalar scalar, Candidates candidates) {
        if (scalar.isOddNumber()) {
            // 4688.0 equals 4688 but is written otherwise; such numbers are too rare for a table of their own
            numbers.addTo(candidates);
        }
        byte[] text = scalar.form();
        int start = scalar.formStart();
        int end = scalar.formEnd();
        if (wholes != null) {
            wholes.find(text, start, end, candidates);
        }
        if (starts != null) {
            starts.find(text, start, end, candidates);
        }
        if (ends != null) {
            ends.find(text, start, end, candidates);
        }
        if (parts != null) {
            parts.find(text, start, end, candidates);
        }
        if (!beyondAscii.isEmpty() && RawText.goesBeyondAscii(text, start, end)) {
            beyondAscii.addTo(candidates);
        }
    }

    /** Whether texts are searched, and not only looked up as a whole. */
    boolean isSearched() {
        return starts != null || ends != null || parts != null || !beyondAscii.isEmpty();
    }

    /** Whether any of these rules, a bit for each, can be found here. */
    boolean concerns(long[] rules) {
        return Arrays.stream(everyone.entries()).anyMatch(rule -> (rules[rule >> 6] & 1L << rule) != 0);
    }

    /** Bytes of its tables. */
    long size() {
        return (parts == null ? 0 : parts.size())
                + (starts == null ? 0 : starts.size())
                + (ends == null ? 0 : ends.size());
    }
}
