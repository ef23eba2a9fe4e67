package vn.chieng.sigma.index;

import java.util.Map;

/** Finds all of many literals anywhere in a text, in one pass over it. */
final class AhoCorasick {
    private final Alphabet alphabet;
    /** For each state and character where to go: the offset of the next state's row, inverted where literals end. */
    private final int[] moves;

    private final Postings[] postings;

    AhoCorasick(Map<String, Postings> literals) {
        LiteralTrie trie = LiteralTrie.ofStarts(literals);
        alphabet = trie.alphabet();
        int width = alphabet.width();
        int[] inBreadth = new int[trie.nodes()];
        int[] stateOf = new int[trie.nodes()];
        int[] fallback = new int[trie.nodes()];
        postings = new Postings[trie.nodes()];
        moves = new int[trie.nodes() * width];
        int[][] rows = new int[trie.nodes()][];
        int known = 1;
        rows[0] = new int[width];
        // states are numbered in breadth first order, so that those near the root, which texts mostly stay in, lie
        // together
        for (int state = 0; state < known; state++) {
            int node = inBreadth[state];
            int[] fallen = state == 0 ? new int[width] : rows[fallback[state]];
            int[] row = new int[width];
            for (int c = 1; c < width; c++) {
                int child = trie.child(node, c);
                if (child == 0) {
                    row[c] = fallen[c];
                } else {
                    stateOf[child] = known;
                    inBreadth[known] = child;
                    fallback[known] = fallen[c];
                    row[c] = known;
                    known++;
                }
            }
            rows[state] = row;
            Postings own = trie.postings(node);
            postings[state] = state == 0 ? own : own.with(postings[fallback[state]]);
        }
        for (int state = 0; state < known; state++) {
            for (int c = 0; c < width; c++) {
                int target = rows[state][c];
                moves[state * width + c] = postings[target].entries().length == 0 ? target * width : ~(target * width);
            }
        }
    }

    void find(String text, Candidates candidates) {
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            row = moves[row + alphabet.of(text.charAt(i))];
            if (row < 0) {
                row = ~row;
                postings[row / alphabet.width()].addTo(candidates);
            }
        }
    }

    /** Bytes of its table. */
    long size() {
        return (long) moves.length * Integer.BYTES;
    }
}
