package vn.chieng.sigma.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many texts of which one must be the whole of a folded text, its start, its end or a part of it; all are looked up together. */
public final class ManyTexts {
    private final Set<String> wholes = new HashSet<>();
    private final Node starts = new Node();
    private final Node ends = new Node();
    private final Substrings parts;
    private boolean empty = true;

    /** For about so many texts. */
    public ManyTexts(int expected) {
        parts = new Substrings(expected);
    }

    /** The letters that may come next, with where they lead; few, so that a look through them is fastest. */
    private static final class Node {
        private char[] letters = {};
        private Node[] next = {};
        private boolean last;

        @Nullable
        Node after(char letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return next[i];
                }
            }
            return null;
        }

        Node add(char letter) {
            Node known = after(letter);
            if (known != null) {
                return known;
            }
            Node added = new Node();
            letters = Arrays.copyOf(letters, letters.length + 1);
            letters[letters.length - 1] = letter;
            next = Arrays.copyOf(next, letters.length);
            next[letters.length - 1] = added;
            return added;
        }
    }

    /** Takes a pattern that ignores case; false where it is of another form. */
    public boolean add(TextPattern pattern) {
        List<TextPattern.Token> tokens = pattern.tokens();
        boolean taken = true;
        if (tokens.size() == 1 && tokens.getFirst() instanceof TextPattern.Literal(String text)) {
            wholes.add(CaseFolding.fold(text));
        } else if (tokens.size() == 2
                && tokens.getFirst() instanceof TextPattern.Literal(String text)
                && tokens.getLast() instanceof TextPattern.AnyRun) {
            add(CaseFolding.fold(text), starts);
        } else if (tokens.size() == 2
                && tokens.getFirst() instanceof TextPattern.AnyRun
                && tokens.getLast() instanceof TextPattern.Literal(String text)) {
            add(new StringBuilder(CaseFolding.fold(text)).reverse(), ends);
        } else if (tokens.size() == 3
                && tokens.getFirst() instanceof TextPattern.AnyRun
                && tokens.get(1) instanceof TextPattern.Literal(String text)
                && tokens.getLast() instanceof TextPattern.AnyRun) {
            parts.add(CaseFolding.fold(text));
        } else {
            taken = false;
        }
        empty &= !taken;
        return taken;
    }

    private static void add(CharSequence text, Node root) {
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = node.add(text.charAt(i));
        }
        node.last = true;
    }

    public boolean isEmpty() {
        return empty;
    }

    /** Whether one of them stands at its place in a folded text. */
    public boolean match(String folded) {
        return wholes.contains(folded)
                || begins(folded, starts, false)
                || begins(folded, ends, true)
                || parts.in(folded);
    }

    private static boolean begins(String text, Node root, boolean backwards) {
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            Node after = node.after(text.charAt(backwards ? text.length() - 1 - i : i));
            if (after == null || after.last) {
                return after != null;
            }
            node = after;
        }
        return false;
    }
}
