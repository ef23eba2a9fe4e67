package vn.chieng.sigma.raw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import vn.chieng.sigma.text.CaseFolding;

/** Decodes JSON texts and numbers whose grammar was checked before. */
public final class RawText {
    /** A number of so many characters fits into a long. */
    public static final int LONGEST_INTEGER = 18;

    private RawText() {}

    /** What is written between two quotes, or as a number or word. */
    public static String decode(RawKind kind, byte[] json, int start, int end) {
        return isText(kind)
                ? unescaped(json, start, end, false)
                : new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The same with its letters folded. */
    public static String folded(RawKind kind, byte[] json, int start, int end) {
        if (isText(kind)) {
            return unescaped(json, start, end, true);
        }
        byte[] letters = new byte[end - start];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = CaseFolding.fold(json[start + i]);
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(RawKind kind) {
        return kind == RawKind.TEXT || kind == RawKind.VEILED_TEXT;
    }

    private static String unescaped(byte[] json, int start, int end, boolean fold) {
        byte[] letters = new byte[end - start];
        int length = 0;
        int i = start;
        while (i < end) {
            int plain = EightLetters.copyPlain(json, i, end, letters, length, fold);
            i += plain;
            length += plain;
            if (i == end) {
                break;
            }
            int c = json[i];
            if (c == '\\') {
                c = escaped(json, i);
                i += lengthOfEscape(json, i);
            } else {
                i++;
            }
            if (c < 0 || c >= 0x80) {
                String text = beyondAscii(json, start, end);
                return fold ? CaseFolding.fold(text) : text;
            }
            letters[length] = fold ? CaseFolding.fold((byte) c) : (byte) c;
            length++;
        }
        return new String(letters, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(byte[] json, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            int b = json[i];
            if (b == '\\') {
                text.append((char) escaped(json, i));
                i += lengthOfEscape(json, i);
            } else if (b >= 0) {
                text.append((char) b);
                i++;
            } else {
                text.appendCodePoint(codePoint(json, i));
                i += lengthOfCodePoint(b);
            }
        }
        return text.toString();
    }

    /** A number as a JSON reader would give it: {@code Long}, {@code BigInteger} or {@code Double}. */
    public static Number number(byte[] json, int start, int end) {
        String digits = new String(json, start, end - start, StandardCharsets.ISO_8859_1);
        boolean whole = digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (!whole) {
            return Double.valueOf(digits);
        }
        if (digits.length() <= LONGEST_INTEGER) {
            return Long.valueOf(digits);
        }
        BigInteger large = new BigInteger(digits);
        return large.bitLength() < Long.SIZE ? (Number) large.longValue() : large;
    }

    /** The UTF-16 unit that an escape stands for. */
    public static int escaped(byte[] json, int backslash) {
        return switch (json[backslash + 1]) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unit(json, backslash + 2);
            default -> json[backslash + 1];
        };
    }

    static int lengthOfEscape(byte[] json, int backslash) {
        return json[backslash + 1] == 'u' ? 6 : 2;
    }

    private static int unit(byte[] json, int start) {
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            unit = unit << 4 | Character.digit(json[i], 16);
        }
        return unit;
    }

    static int lengthOfCodePoint(int first) {
        return (first & 0xe0) == 0xc0 ? 2 : (first & 0xf0) == 0xe0 ? 3 : 4;
    }

    /** The code point beyond ASCII that begins here. */
    public static int codePoint(byte[] json, int i) {
        return switch (lengthOfCodePoint(json[i])) {
            case 2 -> (json[i] & 0x1f) << 6 | (json[i + 1] & 0x3f);
            case 3 -> (json[i] & 0x0f) << 12 | (json[i + 1] & 0x3f) << 6 | (json[i + 2] & 0x3f);
            default ->
                (json[i] & 0x07) << 18 | (json[i + 1] & 0x3f) << 12 | (json[i + 2] & 0x3f) << 6 | (json[i + 3] & 0x3f);
        };
    }

    /** Whether a text, as JSON writes it, holds a letter beyond ASCII; also where it writes a letter of ASCII by its number. */
    public static boolean goesBeyondAscii(byte[] json, int start, int end) {
        int i = start;
        while (i < end) {
            if (i + Long.BYTES <= end) {
                int plain = EightLetters.plain(EightLetters.at(json, i));
                i += plain;
                if (plain == Long.BYTES) {
                    continue;
                }
            }
            if (json[i] < 0 || (json[i] == '\\' && json[i + 1] == 'u')) {
                return true;
            }
            i += json[i] == '\\' ? 2 : 1;
        }
        return false;
    }

    /** How many bytes the letter beyond ASCII takes that begins here, or 0 where it is malformed. */
    public static int lengthOfValid(byte[] json, int i) {
        int first = json[i] & 0xff;
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        int length = lengthOfCodePoint(first);
        if (i + length > json.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((json[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int codePoint = codePoint(json, i);
        boolean proper = length == 2
                || (length == 3
                        ? codePoint >= 0x800
                                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
                        : codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT);
        return proper ? length : 0;
    }
}
