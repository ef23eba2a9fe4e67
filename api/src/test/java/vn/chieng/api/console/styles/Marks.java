package vn.chieng.api.console.styles;

/** Finds marks in styles outside of texts, comments, brackets and inner blocks. */
final class Marks {
    private Marks() {}

    /** Where the next of these marks stands, or the end. */
    static int next(String css, int from, String wanted) {
        int depth = 0;
        int i = from;
        while (i < css.length()) {
            char c = css.charAt(i);
            if (depth == 0 && wanted.indexOf(c) >= 0) {
                return i;
            }
            if (css.startsWith("/*", i)) {
                i = css.indexOf("*/", i) + 1;
            } else if (c == '"' || c == '\'') {
                i = endOfText(css, i);
            } else if (c == '\\') {
                i++;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
            i++;
        }
        return css.length();
    }

    private static int endOfText(String css, int quote) {
        int i = quote + 1;
        while (css.charAt(i) != css.charAt(quote)) {
            i += css.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
