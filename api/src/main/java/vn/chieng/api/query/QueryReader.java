package vn.chieng.api.query;

import java.util.Optional;

/** Walks over the text of a query, character by character. */
final class QueryReader {
    private static final String ENDS = " \t\r\n()\"";
    private static final String ESCAPED = "\\\"():*?[]<>= ";

    private final String text;
    private int at;

    QueryReader(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    int column() {
        return at + 1;
    }

    boolean done() {
        return at >= text.length();
    }

    String since(int start) {
        return text.substring(start, at);
    }

    void skipSpace() {
        while (!done() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean sees(char wanted) {
        return !done() && text.charAt(at) == wanted;
    }

    boolean takes(char wanted) {
        boolean there = sees(wanted);
        if (there) {
            at++;
        }
        return there;
    }

    boolean takes(String wanted) {
        boolean there = text.startsWith(wanted, at);
        if (there) {
            at += wanted.length();
        }
        return there;
    }

    /** Takes a word such as AND where it stands alone. */
    boolean takesWord(String word) {
        if (!seesWord(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    boolean seesWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at) && (end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0);
    }

    /** Takes the name of a field with its colon; empty, and nothing taken, where none stands here. */
    Optional<String> field() {
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        if (end == at || end == text.length() || text.charAt(end) != ':') {
            return Optional.empty();
        }
        String name = text.substring(at, end);
        at = end + 1;
        return Optional.of(name);
    }

    private static boolean isOfName(char each) {
        return Character.isLetterOrDigit(each) || each == '_' || each == '.' || each == '@' || each == '-';
    }

    /** Takes text up to the closing quote; empty where there is none. */
    Optional<Pattern> quoted() {
        var pattern = new Pattern.Builder();
        while (!done()) {
            char each = text.charAt(at++);
            if (each == '"') {
                return Optional.of(pattern.done());
            }
            if (each == '\\' && !done() && "\"\\".indexOf(text.charAt(at)) >= 0) {
                each = text.charAt(at++);
            }
            pattern.add(each);
        }
        return Optional.empty();
    }

    /** Takes a word with its wildcards; a stop character ends it too. */
    Pattern word(char stop) {
        var pattern = new Pattern.Builder();
        while (!done()) {
            char each = text.charAt(at);
            if (each == stop || ENDS.indexOf(each) >= 0 || Character.isWhitespace(each)) {
                break;
            }
            at++;
            if (each == '*' || each == '?') {
                pattern.wild(each);
            } else if (each == '\\' && !done() && ESCAPED.indexOf(text.charAt(at)) >= 0) {
                pattern.add(text.charAt(at++));
            } else {
                pattern.add(each);
            }
        }
        return pattern.done();
    }
}
