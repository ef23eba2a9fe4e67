package vn.chieng.api.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes text of an unknown hand harmless to look at: what would hide or reorder is written out, what is long is cut. */
@Component("shown")
public final class Shown {

    /** Characters shown before "show all". */
    static final int LIMIT = 2048;

    /** Text for a page, and whether it is only the beginning. */
    public record Cut(String text, boolean shortened) {}

    /** The whole text with control, bidirectional and invisible characters as visible escapes. */
    public String text(@Nullable Object value) {
        return value == null ? "" : escaped(value.toString());
    }

    /** The same, at most {@value #LIMIT} characters of it. */
    public Cut cut(@Nullable Object value) {
        String whole = value == null ? "" : value.toString();
        if (whole.length() <= LIMIT) {
            return new Cut(escaped(whole), false);
        }
        int end = Character.isHighSurrogate(whole.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return new Cut(escaped(whole.substring(0, end)), true);
    }

    private static String escaped(String text) {
        if (text.codePoints().noneMatch(Shown::misleads)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (misleads(point)) {
                shown.append("⟨U+").append("%04X".formatted(point)).append('⟩');
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean misleads(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> point != ' ' && point != 0xA0;
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        };
    }
}
