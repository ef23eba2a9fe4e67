package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;

/** Cuts a condition into words and parentheses. */
final class ConditionTokens {
    static final int MAX_TOKENS = 2_000;

    /** A word, a parenthesis, or the end as an empty text. */
    record Token(String text, Position position) {
        boolean is(String keyword) {
            return text.toLowerCase(Locale.ROOT).equals(keyword);
        }
    }

    private ConditionTokens() {}

    /** The tokens and an end; a character that cannot stand in a condition is an issue. */
    static List<Token> read(String condition, Position start, Issues issues) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < condition.length() && tokens.size() <= MAX_TOKENS) {
            char c = condition.charAt(i);
            int from = i++;
            if (isWord(c)) {
                while (i < condition.length() && isWord(condition.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(condition.substring(from, i), start.plus(from)));
            } else if (c == '(' || c == ')') {
                tokens.add(new Token(String.valueOf(c), start.plus(from)));
            } else if (c == '|') {
                issues.add(start.plus(from), "aggregation with | is no longer part of Sigma: use a correlation");
                return List.of();
            } else if (!Character.isWhitespace(c)) {
                issues.add(start.plus(from), "unexpected character " + c + " in the condition");
                return List.of();
            }
        }
        if (tokens.size() > MAX_TOKENS) {
            issues.add(start, "the condition has more than " + MAX_TOKENS + " words");
            return List.of();
        }
        tokens.add(new Token("", start.plus(condition.length())));
        return tokens;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '*';
    }
}
