package vn.chieng.sigma.text;

import java.util.ArrayList;
import java.util.List;

/** A pattern made ready: the literals folded where case does not matter, and no regular expression anywhere. */
public abstract sealed class TextMatcher {

    /** Whether a text matches; where the pattern ignores case, the text must be folded already. */
    public abstract boolean matches(String text);

    public static TextMatcher of(TextPattern pattern, boolean cased) {
        List<TextPattern.Token> tokens = pattern.tokens();
        boolean openStart = !tokens.isEmpty() && tokens.getFirst() instanceof TextPattern.AnyRun;
        boolean openEnd = !tokens.isEmpty() && tokens.getLast() instanceof TextPattern.AnyRun;
        List<GlobSegment> segments = segments(tokens, cased);
        if (segments.isEmpty()) {
            return openStart ? new Anything() : new Same("");
        }
        String literal = segments.getFirst().literal();
        if (segments.size() == 1 && literal != null) {
            if (openStart) {
                return openEnd ? new Inside(literal) : new End(literal);
            }
            return openEnd ? new Start(literal) : new Same(literal);
        }
        return new Glob(segments, openStart, openEnd);
    }

    private static List<GlobSegment> segments(List<TextPattern.Token> tokens, boolean cased) {
        List<GlobSegment> segments = new ArrayList<>();
        List<TextPattern.Token> current = new ArrayList<>();
        for (TextPattern.Token token : tokens) {
            if (token instanceof TextPattern.AnyRun) {
                addTo(segments, current);
            } else if (token instanceof TextPattern.Literal(String text) && !cased) {
                current.add(new TextPattern.Literal(CaseFolding.fold(text)));
            } else {
                current.add(token);
            }
        }
        addTo(segments, current);
        return segments;
    }

    private static void addTo(List<GlobSegment> segments, List<TextPattern.Token> tokens) {
        if (!tokens.isEmpty()) {
            segments.add(new GlobSegment(tokens));
            tokens.clear();
        }
    }

    /** {@code *} alone. */
    public static final class Anything extends TextMatcher {
        @Override
        public boolean matches(String text) {
            return true;
        }
    }

    /** No wildcard. */
    static final class Same extends TextMatcher {
        private final String literal;

        Same(String literal) {
            this.literal = literal;
        }

        @Override
        public boolean matches(String text) {
            return text.equals(literal);
        }
    }

    /** {@code literal*}. */
    static final class Start extends TextMatcher {
        private final String literal;

        Start(String literal) {
            this.literal = literal;
        }

        @Override
        public boolean matches(String text) {
            return text.startsWith(literal);
        }
    }

    /** {@code *literal}. */
    static final class End extends TextMatcher {
        private final String literal;

        End(String literal) {
            this.literal = literal;
        }

        @Override
        public boolean matches(String text) {
            return text.endsWith(literal);
        }
    }

    /** {@code *literal*}. */
    static final class Inside extends TextMatcher {
        private final String literal;

        Inside(String literal) {
            this.literal = literal;
        }

        @Override
        public boolean matches(String text) {
            return text.contains(literal);
        }
    }

    /** Segments between runs: the leftmost place for each is enough, so the time stays bounded. */
    static final class Glob extends TextMatcher {
        private final List<GlobSegment> segments;
        private final boolean openStart;
        private final boolean openEnd;

        Glob(List<GlobSegment> segments, boolean openStart, boolean openEnd) {
            this.segments = List.copyOf(segments);
            this.openStart = openStart;
            this.openEnd = openEnd;
        }

        @Override
        public boolean matches(String text) {
            int position = 0;
            int last = segments.size() - 1;
            for (int i = 0; i <= last; i++) {
                GlobSegment segment = segments.get(i);
                boolean fixedStart = i == 0 && !openStart;
                if (i == last && !openEnd) {
                    return fixedStart ? segment.endAt(text, 0) == text.length() : segment.endsText(text, position);
                }
                position = fixedStart ? segment.endAt(text, 0) : segment.endOfNext(text, position);
                if (position < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
