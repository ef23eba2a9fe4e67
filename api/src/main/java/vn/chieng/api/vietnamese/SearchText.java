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
        String plain = plain(typed);
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

    private static String plain(String typed) {
        return MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
