package vn.chieng.api.spreadsheets;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell's text becomes on its way in and out: composed and stripped; guarded against being taken for a formula. */
final class CellText {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
    private static final String GUARD = "'";
    private static final String GUARDED = "=+-@\t\r'";

    private CellText() {}

    static String cleaned(String raw) {
        String broken = BREAKS.matcher(raw).replaceAll("\n");
        return Normalizer.normalize(CONTROLS.matcher(broken).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    /** Takes off the guard that an export put before whatever an office program would take for a formula. */
    static String unguarded(String raw) {
        boolean guarded = raw.length() > 1 && raw.startsWith(GUARD) && GUARDED.indexOf(raw.charAt(1)) >= 0;
        return guarded ? raw.substring(1) : raw;
    }

    /** Whether a program may take the text for a formula, or for a guard. */
    static boolean needsGuard(String text) {
        return !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0;
    }

    static String columnName(String header) {
        return cleaned(header).toLowerCase(Locale.ROOT);
    }

    /** The letters that office programs give a column, counted from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
