package vn.chieng.sigma.regex;

import java.util.List;

/**
 * A regular expression over folded letters of ASCII. It may match more than what it was read from, never less: places such as
 * the end of a word match anywhere, and what is not known well matches any letter.
 */
public sealed interface RegexTree {
    /** As often as one likes. */
    int ENDLESS = Integer.MAX_VALUE;

    /** One letter of these. */
    record One(Letters letters) implements RegexTree {}

    /** One after another; nothing at all where there are none. */
    record Sequence(List<RegexTree> parts) implements RegexTree {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Any of them. */
    record Choice(List<RegexTree> branches) implements RegexTree {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** So many times, or {@link #ENDLESS}. */
    record Repeat(RegexTree inner, int least, int most) implements RegexTree {}
}
