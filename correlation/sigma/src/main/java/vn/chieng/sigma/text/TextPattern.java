package vn.chieng.sigma.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Sigma string as tokens: escapes are resolved, wildcards are no longer text. */
public record TextPattern(List<Token> tokens) {
    private static final String DASHES = "-/\u2013\u2014\u2015";

    /** One piece of a pattern. */
    public sealed interface Token {}

    /** These characters. */
    public record Literal(String text) implements Token {}

    /** Any run of characters, also none: {@code *}. */
    public record AnyRun() implements Token {}

    /** Exactly one character: {@code ?}. */
    public record AnyOne() implements Token {}

    /** Exactly one of these characters. */
    public record OneOf(String characters) implements Token {}

    public TextPattern {
        tokens = merged(tokens);
    }

    /** Text without wildcards. */
    public static TextPattern literal(String text) {
        return new TextPattern(List.of(new Literal(text)));
    }

    /** Reads a Sigma string, left to right: a backslash escapes a wildcard or a backslash and is else itself. */
    public static TextPattern read(String text) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "\\*?".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
                literal.append(text.charAt(i));
            } else if (c == '*' || c == '?') {
                tokens.add(new Literal(literal.toString()));
                literal.setLength(0);
                tokens.add(c == '*' ? new AnyRun() : new AnyOne());
            } else {
                literal.append(c);
            }
        }
        tokens.add(new Literal(literal.toString()));
        return new TextPattern(tokens);
    }

    /** Whether any characters may stand before and after, as asked. */
    public TextPattern open(boolean before, boolean after) {
        List<Token> opened = new ArrayList<>(tokens);
        if (before) {
            opened.addFirst(new AnyRun());
        }
        if (after) {
            opened.add(new AnyRun());
        }
        return new TextPattern(opened);
    }

    public boolean isLiteral() {
        return tokens.stream().allMatch(Literal.class::isInstance);
    }

    /** The text of a pattern that {@link #isLiteral}. */
    public String literalText() {
        return tokens.stream()
                .map(token -> token instanceof Literal(String text) ? text : "")
                .collect(Collectors.joining());
    }

    /** Modifier {@code windash}: each dash or slash that begins a word may be any of the five. */
    public TextPattern withAnyDash() {
        List<Token> replaced = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Literal(String text)) {
                addWithAnyDash(text, replaced);
            } else {
                replaced.add(token);
            }
        }
        return new TextPattern(replaced);
    }

    private static void addWithAnyDash(String text, List<Token> target) {
        int start = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = c == '-' || c == '/';
            if (dash && (i == 0 || !isWord(text.charAt(i - 1))) && isWord(text.charAt(i + 1))) {
                target.add(new Literal(text.substring(start, i)));
                target.add(new OneOf(DASHES));
                start = i + 1;
            }
        }
        target.add(new Literal(text.substring(start)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Joins neighbouring literals, drops empty ones, and makes one run of several. */
    private static List<Token> merged(List<Token> tokens) {
        List<Token> merged = new ArrayList<>();
        for (Token token : tokens) {
            Token last = merged.isEmpty() ? new Literal("") : merged.getLast();
            if (token instanceof Literal(String text) && last instanceof Literal(String before)) {
                if (!merged.isEmpty()) {
                    merged.removeLast();
                }
                if (!before.isEmpty() || !text.isEmpty()) {
                    merged.add(new Literal(before + text));
                }
            } else if (!(token instanceof AnyRun && last instanceof AnyRun)
                    && !(token instanceof Literal(String text) && text.isEmpty())) {
                merged.add(token);
            }
        }
        return List.copyOf(merged);
    }
}
