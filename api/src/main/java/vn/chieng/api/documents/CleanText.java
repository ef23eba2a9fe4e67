package vn.chieng.api.documents;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as a document may hold it: NFC, nothing that hides, turns the direction or cannot stand in XML. */
final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** Text of any length up to the limit; its line ends stay. */
    static String text(String raw, String what) {
        if (raw.length() > Limits.TEXT) {
            throw new IllegalArgumentException(what + ": " + raw.length() + " characters, at most " + Limits.TEXT);
        }
        return clean(raw);
    }

    /** One line that is not blank. */
    static String line(String raw, String what) {
        if (raw.length() > Limits.LINE) {
            throw new IllegalArgumentException(what + ": " + raw.length() + " characters, at most " + Limits.LINE);
        }
        String clean = clean(raw).replace('\n', ' ').strip();
        if (clean.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return clean;
    }

    static @Nullable String lineOrNone(@Nullable String raw, String what) {
        return raw == null ? null : line(raw, what);
    }

    private static String clean(String raw) {
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder kept = new StringBuilder(lines.length());
        lines.codePoints().forEach(codePoint -> keep(codePoint, kept));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static void keep(int codePoint, StringBuilder kept) {
        if (codePoint == '\n' || codePoint == 0x2028 || codePoint == 0x2029) {
            kept.append('\n');
        } else if (codePoint == '\t') {
            kept.append(' ');
        } else if (isInvisible(codePoint)) {
            return;
        } else if (isNoCharacter(codePoint)) {
            kept.appendCodePoint(REPLACEMENT);
        } else if (Character.getType(codePoint) == Character.CONTROL
                || Character.getType(codePoint) == Character.FORMAT) {
            kept.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
        } else {
            kept.appendCodePoint(codePoint);
        }
    }

    /** Soft hyphen, zero-width space, joiners, byte-order mark: what Word leaves in pasted text and nobody sees. */
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || (codePoint >= 0x200B && codePoint <= 0x200D)
                || codePoint == 0x2060
                || codePoint == 0xFEFF;
    }

    private static boolean isNoCharacter(int codePoint) {
        return (codePoint >= 0xD800 && codePoint <= 0xDFFF)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }
}
