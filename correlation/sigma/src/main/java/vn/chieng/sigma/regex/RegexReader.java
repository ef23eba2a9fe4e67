package vn.chieng.sigma.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads regular expressions that their engine has accepted; what it does not know well ends the attempt. */
public final class RegexReader {
    private static final String PLACES = "bBAz";
    private static final String CONTROLS = "ntrfva";
    private static final String CONTROLLED = "\n\t\r\f\u000b\u0007";
    private static final RegexTree NOTHING = new RegexTree.Sequence(List.of());
    private static final RegexTree ANYTHING = new RegexTree.One(Letters.ALL);

    private final String regex;
    private int next;

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }

    private RegexReader(String regex) {
        this.regex = regex;
    }

    /** Nothing where the expression holds what is not known well. */
    public static Optional<RegexTree> read(String regex) {
        RegexReader reader = new RegexReader(regex);
        try {
            RegexTree tree = reader.alternatives();
            return reader.next == regex.length() ? Optional.of(tree) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private RegexTree alternatives() {
        List<RegexTree> branches = new ArrayList<>();
        branches.add(sequence());
        while (at('|')) {
            next++;
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : new RegexTree.Choice(branches);
    }

    private RegexTree sequence() {
        List<RegexTree> parts = new ArrayList<>();
        while (next < regex.length() && !at('|') && !at(')')) {
            parts.add(repeated(at('(') ? group() : atom()));
        }
        return new RegexTree.Sequence(parts);
    }

    private RegexTree group() {
        next++;
        if (at('?')) {
            skipFlags();
            if (at(')')) {
                next++;
                return NOTHING;
            }
        }
        RegexTree inner = alternatives();
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

    private RegexTree atom() {
        char c = regex.charAt(next);
        next++;
        return switch (c) {
            case '.' -> ANYTHING;
            case '^', '$' -> NOTHING;
            case '[' -> new RegexTree.One(ofClass().folded());
            case '\\' -> escaped();
            case '*', '+', '?', '{', '}' -> throw new Unreadable();
            default -> c < Letters.COUNT ? new RegexTree.One(Letters.of(c).folded()) : ANYTHING;
        };
    }

    private RegexTree escaped() {
        if (next < regex.length() && PLACES.indexOf(regex.charAt(next)) >= 0) {
            next++;
            return NOTHING;
        }
        return new RegexTree.One(escapedLetters().folded());
    }

    /** What stands for letters behind a backslash, within a class or not. */
    private Letters escapedLetters() {
        if (next >= regex.length()) {
            throw new Unreadable();
        }
        char c = regex.charAt(next);
        next++;
        return switch (c) {
            case 'd' -> Letters.DIGITS;
            case 'D' -> Letters.DIGITS.not();
            case 'w' -> Letters.WORD;
            case 'W' -> Letters.WORD.not();
            case 's' -> Letters.SPACE;
            case 'S' -> Letters.SPACE.not();
            default -> {
                if (CONTROLS.indexOf(c) >= 0) {
                    yield Letters.of(CONTROLLED.charAt(CONTROLS.indexOf(c)));
                }
                if (c >= Letters.COUNT) {
                    yield Letters.ALL;
                }
                if (Character.isLetterOrDigit(c)) {
                    throw new Unreadable();
                }
                yield Letters.of(c);
            }
        };
    }

    /** Stands behind the opening bracket. */
    private Letters ofClass() {
        boolean negated = at('^');
        if (negated) {
            next++;
        }
        Letters letters = Letters.NONE;
        boolean known = true;
        boolean first = true;
        while (next < regex.length() && (first || !at(']'))) {
            first = false;
            if (at('[')) {
                throw new Unreadable(); // may be the name of a class, which ends elsewhere
            }
            char from = regex.charAt(next);
            next++;
            Letters one = from == '\\' ? escapedLetters() : from < Letters.COUNT ? Letters.of(from) : Letters.ALL;
            if (at('-') && next + 1 < regex.length() && regex.charAt(next + 1) != ']') {
                one = upTo(one);
            }
            known &= !one.equals(Letters.ALL);
            letters = letters.or(one);
        }
        if (!at(']')) {
            throw new Unreadable();
        }
        next++;
        return known ? negated ? letters.not() : letters : Letters.ALL;
    }

    /** From this letter up to the one behind the dash; all where it goes beyond ASCII. */
    private Letters upTo(Letters first) {
        next++;
        char to = regex.charAt(next);
        next++;
        Letters last = to == '\\' ? escapedLetters() : to < Letters.COUNT ? Letters.of(to) : Letters.ALL;
        return first.isOne() && last.isOne() ? Letters.range(first.first(), last.first()) : Letters.ALL;
    }

    private RegexTree repeated(RegexTree atom) {
        RegexTree repeated = atom;
        while (next < regex.length() && "*+?{".indexOf(regex.charAt(next)) >= 0) {
            repeated = switch (regex.charAt(next)) {
                case '*' -> once(new RegexTree.Repeat(repeated, 0, RegexTree.ENDLESS));
                case '+' -> once(new RegexTree.Repeat(repeated, 1, RegexTree.ENDLESS));
                case '?' -> once(new RegexTree.Repeat(repeated, 0, 1));
                default -> counted(repeated);
            };
            if (at('?')) {
                next++; // as few as possible, which changes where a match ends and not whether there is one
            }
        }
        return repeated;
    }

    private RegexTree once(RegexTree repeated) {
        next++;
        return repeated;
    }

    private RegexTree counted(RegexTree inner) {
        int end = regex.indexOf('}', next);
        String counts = end < 0 ? "" : regex.substring(next + 1, end);
        if (!counts.matches("\\d{1,4}(,\\d{0,4})?")) {
            throw new Unreadable();
        }
        next = end + 1;
        String[] bounds = counts.split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        String most = bounds[bounds.length - 1];
        return new RegexTree.Repeat(inner, least, most.isEmpty() ? RegexTree.ENDLESS : Integer.parseInt(most));
    }

    private boolean at(char c) {
        return next < regex.length() && regex.charAt(next) == c;
    }
}
