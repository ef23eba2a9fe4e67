package vn.chieng.api.vietnamese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text folded for search: as typed, and without accents and {@code đ}, so that both ways of typing find it. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    /** What is kept to search in: both forms. */
    public static String kept(String text) {
        String typed = typed(text);
        String plain = withoutMarks(typed);
        return typed.equals(plain) ? plain : typed + "\n" + plain;
    }

    /** A LIKE pattern for what somebody typed. */
    public static String pattern(String text) {
        String escaped = typed(text.strip())
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace("\0", "");
        return "%" + escaped + "%";
    }

    /** What somebody typed as one whole name or address, as evidence holds it in lower case. */
    public static String word(String text) {
        return typed(text.strip());
    }

    private static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** What somebody typed without its accents, as {@code search_plain} of the database has it. */
    public static String plain(String text) {
        return withoutMarks(typed(text.strip()));
    }

    private static String withoutMarks(String typed) {
        return MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
