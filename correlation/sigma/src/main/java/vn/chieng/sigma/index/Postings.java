package vn.chieng.sigma.index;

import java.util.Arrays;

/** Who asks for a literal: the numbers of the entries. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every event
record Postings(int... entries) {
    static final Postings NONE = new Postings();

    boolean isEmpty() {
        return entries.length == 0;
    }

    Postings with(Postings other) {
        if (other.isEmpty()) {
            return this;
        }
        int[] joined = Arrays.copyOf(entries, entries.length + other.entries.length);
        System.arraycopy(other.entries, 0, joined, entries.length, other.entries.length);
        return new Postings(joined);
    }

    void addTo(Candidates candidates) {
        for (int entry : entries) {
            candidates.add(entry);
        }
    }
}
