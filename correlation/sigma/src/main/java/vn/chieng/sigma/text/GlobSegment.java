package vn.chieng.sigma.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between two runs of a pattern: literals and single wildcards. */
final class GlobSegment {
    private final List<TextPattern.Token> tokens;
    private final int shortest;
    private final int longest;

    GlobSegment(List<TextPattern.Token> tokens) {
        this.tokens = List.copyOf(tokens);
        int fixed = 0;
        int ones = 0;
        for (TextPattern.Token token : tokens) {
            switch (token) {
                case TextPattern.Literal(String text) -> fixed += text.length();
                case TextPattern.OneOf _ -> fixed++;
                case TextPattern.AnyOne _ -> ones++;
                case TextPattern.AnyRun _ -> throw new IllegalArgumentException("a run cannot stand inside a segment");
            }
        }
        shortest = fixed + ones;
        longest = fixed + 2 * ones;
    }

    /** The text, where there is nothing else in the segment. */
    @Nullable
    String literal() {
        return tokens.size() == 1 && tokens.getFirst() instanceof TextPattern.Literal(String text) ? text : null;
    }

    /** Where the segment ends if it begins here, or -1. */
    int endAt(String text, int start) {
        int position = start;
        for (TextPattern.Token token : tokens) {
            position = endOf(token, text, position);
            if (position < 0) {
                return -1;
            }
        }
        return position;
    }

    /** Where the next place of the segment ends, or -1. */
    int endOfNext(String text, int from) {
        String literal = literal();
        if (literal != null) {
            int found = text.indexOf(literal, from);
            return found < 0 ? -1 : found + literal.length();
        }
        for (int start = from; start <= text.length() - shortest; start++) {
            int end = endAt(text, start);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** Whether the segment can stand at the very end, not before a position. */
    boolean endsText(String text, int from) {
        for (int start = Math.max(from, text.length() - longest); start <= text.length() - shortest; start++) {
            if (endAt(text, start) == text.length()) {
                return true;
            }
        }
        return false;
    }

    private static int endOf(TextPattern.Token token, String text, int position) {
        return switch (token) {
            case TextPattern.Literal(String literal) ->
                text.startsWith(literal, position) ? position + literal.length() : -1;
            case TextPattern.OneOf(String characters) ->
                position < text.length() && characters.indexOf(text.charAt(position)) >= 0 ? position + 1 : -1;
            case TextPattern.AnyOne _ ->
                position < text.length() ? position + Character.charCount(text.codePointAt(position)) : -1;
            case TextPattern.AnyRun _ -> throw new IllegalStateException("a run cannot stand inside a segment");
        };
    }
}
