package vn.chieng.sigma.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what every text that a regular expression matches must hold: some literals, of each of which it holds one form.
 * Reads only what it knows well: anything else ends a literal, or the whole attempt.
 */
public final class RegexLiterals {
    private static final int SHORTEST = 2;
    private static final String CLASSES = "dDwWsSbBAz";
    private static final String CONTROLS = "ntrfva";
    private static final String UNKNOWN = "";

    private final String regex;
    private int next;

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }

    /** What one sequence has shown so far: the run of characters at hand, and what lies behind. */
    private static final class Sequence {
        final StringBuilder run = new StringBuilder();
        final List<List<String>> needed = new ArrayList<>();

        void end() {
            if (run.length() >= SHORTEST) {
                needed.add(List.of(run.toString()));
            }
            run.setLength(0);
        }
    }

    private RegexLiterals(String regex) {
        this.regex = regex;
    }

    /** Each item lists folded literals of which one is needed; no items where nothing can be said. */
    public static List<List<String>> of(String regex) {
        RegexLiterals reader = new RegexLiterals(regex);
        try {
            List<List<String>> needed = reader.alternatives();
            return reader.next == regex.length() ? needed : List.of();
        } catch (Unreadable e) {
            return List.of();
        }
    }

    private List<List<String>> alternatives() {
        List<List<List<String>>> branches = new ArrayList<>();
        branches.add(sequence());
        while (at('|')) {
            next++;
            branches.add(sequence());
        }
        if (branches.size() == 1) {
            return branches.getFirst();
        }
        List<String> union = new ArrayList<>();
        for (List<List<String>> branch : branches) {
            if (branch.isEmpty()) {
                return List.of();
            }
            union.addAll(longest(branch));
        }
        return List.of(List.copyOf(union));
    }

    private static List<String> longest(List<List<String>> needed) {
        return needed.stream()
                .max(Comparator.comparingInt(
                        forms -> forms.stream().mapToInt(String::length).min().orElse(0)))
                .orElse(List.of());
    }

    private List<List<String>> sequence() {
        Sequence sequence = new Sequence();
        while (next < regex.length() && !at('|') && !at(')')) {
            if (at('(')) {
                sequence.end();
                List<List<String>> inner = group();
                if (!canBeNone()) {
                    sequence.needed.addAll(inner);
                }
            } else {
                atom(sequence);
            }
        }
        sequence.end();
        return sequence.needed;
    }

    private List<List<String>> group() {
        next++;
        if (at('?')) {
            skipFlags();
            if (at(')')) {
                next++;
                return List.of();
            }
        }
        List<List<String>> inner = alternatives();
        if (!at(')')) {
            throw new Unreadable();
        }
        next++;
        return inner;
    }

    /** {@code (?i)}, {@code (?i:}, {@code (?:}, {@code (?P<name>}; stands at what follows the head of the group. */
    private void skipFlags() {
        next++;
        if (at('P') || at('<')) {
            next = regex.indexOf('>', next) + 1;
            if (next == 0) {
                throw new Unreadable();
            }
            return;
        }
        while (next < regex.length() && !at(':') && !at(')')) {
            next++;
        }
        if (at(':')) {
            next++;
        }
    }

    private void atom(Sequence sequence) {
        String literal = literal();
        if (literal == null) {
            sequence.end();
            canBeNone();
            return;
        }
        int before = next;
        if (canBeNone()) {
            sequence.end();
        } else {
            sequence.run.append(literal);
            if (next > before) {
                sequence.end();
            }
        }
    }

    /** The folded character at hand, or null where it stands for more than one; moves behind it. */
    private @Nullable String literal() {
        char c = regex.charAt(next);
        next++;
        return switch (c) {
            case '.', '^', '$' -> null;
            case '[' -> {
                skipClass();
                yield null;
            }
            case '\\' -> escaped();
            case '*', '+', '?', '{', '}' -> throw new Unreadable();
            default -> c < 0x80 ? String.valueOf(CaseFolding.fold(c)) : null;
        };
    }

    private @Nullable String escaped() {
        if (next >= regex.length()) {
            throw new Unreadable();
        }
        char c = regex.charAt(next);
        next++;
        if (CLASSES.indexOf(c) >= 0 || CONTROLS.indexOf(c) >= 0 || c >= 0x80) {
            return null;
        }
        if (Character.isLetterOrDigit(c)) {
            throw new Unreadable();
        }
        return String.valueOf(c);
    }

    private void skipClass() {
        if (at('^')) {
            next++;
        }
        if (at(']')) {
            next++;
        }
        while (next < regex.length() && !at(']')) {
            if (at('[')) {
                throw new Unreadable(); // may be the name of a class, which ends elsewhere
            }
            next += at('\\') ? 2 : 1;
        }
        if (!at(']')) {
            throw new Unreadable();
        }
        next++;
    }

    /** Moves behind the quantifier at hand, if there is one, and says whether it allows none at all. */
    private boolean canBeNone() {
        boolean none = false;
        boolean more = true;
        while (more && next < regex.length()) {
            char c = regex.charAt(next);
            if (c == '*' || c == '?') {
                none = true;
                next++;
            } else if (c == '+') {
                next++;
            } else if (c == '{') {
                none |= counted();
            } else {
                more = false;
            }
        }
        return none;
    }

    private boolean counted() {
        int end = regex.indexOf('}', next);
        String inner = end < 0 ? UNKNOWN : regex.substring(next + 1, end);
        if (!inner.matches("\\d{1,4}(,\\d{0,4})?")) {
            throw new Unreadable();
        }
        next = end + 1;
        return Integer.parseInt(inner.split(",", -1)[0]) == 0;
    }

    private boolean at(char c) {
        return next < regex.length() && regex.charAt(next) == c;
    }
}
