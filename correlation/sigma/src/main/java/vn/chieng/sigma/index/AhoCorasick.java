package vn.chieng.sigma.index;

/** Finds all of many literals anywhere in a text, in one pass over it. */
final class AhoCorasick {
    private final Alphabet alphabet;
    private final int width;
    /** For each state and byte where to go: the offset of the next state's row, inverted where literals end. */
    private final int[] moves;

    private final Postings[] postings;

    AhoCorasick(Literals literals) {
        LiteralTrie trie = LiteralTrie.ofStarts(literals);
        alphabet = trie.alphabet();
        width = alphabet.width();
        postings = new Postings[trie.nodes()];
        moves = new int[trie.nodes() * width];
        fill(trie);
        mark();
    }

    /**
     * Numbers states in breadth first order, so that those near the root, which texts mostly stay in, lie together; what a
     * state falls back on is then finished before it.
     */
    private void fill(LiteralTrie trie) {
        int[] inBreadth = new int[trie.nodes()];
        int[] fallback = new int[trie.nodes()];
        int known = 1;
        for (int state = 0; state < known; state++) {
            int node = inBreadth[state];
            int row = state * width;
            int fallen = fallback[state] * width;
            for (int number = 1; number < width; number++) {
                int child = trie.child(node, number);
                if (child == 0) {
                    moves[row + number] = state == 0 ? 0 : moves[fallen + number];
                } else {
                    inBreadth[known] = child;
                    fallback[known] = state == 0 ? 0 : moves[fallen + number] / width;
                    moves[row + number] = known * width;
                    known++;
                }
            }
            Postings own = trie.postings(node);
            postings[state] = state == 0 ? own : own.with(postings[fallback[state]]);
        }
    }

    private void mark() {
        for (int i = 0; i < moves.length; i++) {
            if (postings[moves[i] / width].entries().length > 0) {
                moves[i] = ~moves[i];
            }
        }
    }

    void find(byte[] text, int start, int end, Candidates candidates) {
        int row = 0;
        for (int i = start; i < end; i++) {
            row = moves[row + alphabet.of(text[i])];
            if (row < 0) {
                row = ~row;
                postings[row / width].addTo(candidates);
            }
        }
    }

    /** Bytes of its table. */
    long size() {
        return (long) moves.length * Integer.BYTES;
    }
}
