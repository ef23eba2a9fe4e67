package vn.chieng.codecs.linux;

import org.jspecify.annotations.Nullable;

/** A message read from left to right; every step is linear. */
final class Phrase {
    private final String text;
    private int at;

    Phrase(String text) {
        this.text = text;
    }

    /** Goes behind these words if they come next. */
    boolean take(String words) {
        boolean next = text.startsWith(words, at);
        if (next) {
            at += words.length();
        }
        return next;
    }

    /** Goes behind the first of these that comes next. */
    boolean takeAny(String... choices) {
        for (String choice : choices) {
            if (take(choice)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before these words; goes behind them. Null, and no move, where they do not come. */
    @Nullable
    String before(String words) {
        int end = text.indexOf(words, at);
        if (end < 0) {
            return null;
        }
        String found = text.substring(at, end);
        at = end + words.length();
        return found;
    }

    /** The characters up to the next space, and goes behind that space. */
    String word() {
        int end = text.indexOf(' ', at);
        String word = end < 0 ? text.substring(at) : text.substring(at, end);
        at = end < 0 ? text.length() : end + 1;
        return word;
    }

    /** A text in single quotes, or the next word. */
    String quotedOrWord() {
        if (take("'") || take("\"")) {
            char quote = text.charAt(at - 1);
            String quoted = before(String.valueOf(quote));
            return quoted == null ? rest() : quoted;
        }
        return word();
    }

    String rest() {
        return text.substring(at);
    }

    /** A whole number written in digits, or -1. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int index = 0; index < digits.length(); index++) {
            char next = digits.charAt(index);
            if (next < '0' || next > '9') {
                return -1;
            }
            value = value * 10 + next - '0';
        }
        return value;
    }

    /** A port, or -1. */
    static int port(String digits) {
        int number = number(digits);
        return number <= 65_535 ? number : -1;
    }
}
