package vn.chieng.sigma.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.text.Fragments;

/** Finds literals anywhere in a text: by grams where they are long enough, the short ones by an automaton. */
final class Parts {
    private final Fragments fragments;
    private final Postings[] postings;
    private final @Nullable AhoCorasick brief;

    Parts(Map<String, Postings> literals) {
        List<String> all = List.copyOf(literals.keySet());
        this.fragments = Fragments.of(all);
        this.postings = all.stream().map(literals::get).toArray(Postings[]::new);
        Set<String> unsuited = fragments.unsuited().stream().mapToObj(all::get).collect(Collectors.toSet());
        Map<String, Postings> rest = new HashMap<>(literals);
        rest.keySet().retainAll(unsuited);
        this.brief = rest.isEmpty() ? null : new AhoCorasick(Literals.of(rest));
    }

    void find(byte[] text, int start, int end, Candidates candidates) {
        fragments.find(text, start, end, literal -> {
            postings[literal].addTo(candidates);
            return false;
        });
        if (brief != null) {
            brief.find(text, start, end, candidates);
        }
    }

    /** Bytes of its tables. */
    long size() {
        return fragments.size() + (brief == null ? 0 : brief.size());
    }
}
