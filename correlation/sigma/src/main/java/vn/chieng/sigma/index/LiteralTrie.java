package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Literals as a tree of bytes, one dense row for each node; finds those that begin a text, or end it. */
final class LiteralTrie {
    private static final int FIRST_NODES = 16;

    private final Alphabet alphabet;
    private final boolean backwards;
    private final List<Postings> postings = new ArrayList<>();
    private int[] next;
    /** The postings again, null where there are none, because most nodes of a walk have none. */
    private @Nullable Postings[] found = {};

    private LiteralTrie(Alphabet alphabet, boolean backwards) {
        this.alphabet = alphabet;
        this.backwards = backwards;
        this.next = new int[FIRST_NODES * alphabet.width()];
        postings.add(Postings.NONE);
    }

    /** Literals that are looked for at the start of a text. */
    static LiteralTrie ofStarts(Literals literals) {
        return of(literals, false);
    }

    /** Literals that are looked for at the end of a text. */
    static LiteralTrie ofEnds(Literals literals) {
        return of(literals, true);
    }

    private static LiteralTrie of(Literals literals, boolean backwards) {
        LiteralTrie trie = new LiteralTrie(literals.alphabet(), backwards);
        literals.forEach(trie::add);
        trie.next = Arrays.copyOf(trie.next, trie.postings.size() * trie.alphabet.width());
        trie.found = trie.postings.stream()
                .map(each -> each.entries().length == 0 ? null : each)
                .toArray(Postings[]::new);
        return trie;
    }

    private void add(byte[] literal, Postings added) {
        int node = 0;
        for (int i = 0; i < literal.length; i++) {
            byte b = literal[backwards ? literal.length - 1 - i : i];
            int edge = node * alphabet.width() + alphabet.of(b);
            if (next[edge] == 0) {
                int created = newNode(); // may replace the array
                next[edge] = created;
            }
            node = next[edge];
        }
        postings.set(node, postings.get(node).with(added));
    }

    private int newNode() {
        int node = postings.size();
        if ((node + 1) * alphabet.width() > next.length) {
            next = Arrays.copyOf(next, next.length * 2);
        }
        postings.add(Postings.NONE);
        return node;
    }

    void find(byte[] text, int start, int end, Candidates candidates) {
        int node = 0;
        for (int i = 0; i < end - start; i++) {
            int number = alphabet.of(text[backwards ? end - 1 - i : start + i]);
            node = number == 0 ? 0 : next[node * alphabet.width() + number];
            if (node == 0) {
                return;
            }
            Postings ending = found[node];
            if (ending != null) {
                ending.addTo(candidates);
            }
        }
    }

    Alphabet alphabet() {
        return alphabet;
    }

    int nodes() {
        return postings.size();
    }

    int child(int node, int number) {
        return next[node * alphabet.width() + number];
    }

    Postings postings(int node) {
        return postings.get(node);
    }

    /** Bytes of its table. */
    long size() {
        return (long) next.length * Integer.BYTES;
    }
}
