package vn.chieng.sigma.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import vn.chieng.sigma.raw.RawText;

/**
 * Finds the quotes that begin and end texts, 64 bytes at a time and without deciding anything for single bytes; checks what
 * stands inside texts. Used again for the next document.
 */
final class QuoteMarks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 64;
    /** Few blocks hold more. */
    private static final int USUAL_QUOTES = 8;
    /** Room for more marks than this is given up after use. */
    private static final int MAX_KEPT = 1 << 14;

    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOWER_BITS = ~HIGH_BITS;
    private static final long QUOTES = LOW_BITS * '"';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long QUOTED = HIGH_BITS;
    private static final long SLASHED = HIGH_BITS >>> 1;
    private static final long NO_CONTROLS = 0xe0e0e0e0e0e0e0e0L;
    private static final long ODD_BITS = 0xaaaaaaaaaaaaaaaaL;
    private static final int WRONG = 1;
    private static final int UNICODE = 2;
    private static final int SLASH = 4;
    private static final byte[] ESCAPES = escapes();

    private final byte[] tail = new byte[BLOCK];
    private int[] marks = new int[BLOCK * 2];
    private int count;
    private boolean veiled;
    /** For each byte a bit where it is a quote, and one where it is a backslash. */
    private long[] found = {};

    private long nextIsEscaped;
    private boolean beyondAscii;
    private boolean withControls;

    private static byte[] escapes() {
        byte[] kinds = new byte[0x100];
        Arrays.fill(kinds, (byte) WRONG);
        for (char c : "\"\\bfnrt".toCharArray()) {
            kinds[c] = 0;
        }
        kinds['/'] = SLASH;
        kinds['u'] = UNICODE;
        return kinds;
    }

    /** Whether letters of ASCII may be written otherwise: as {@code \\u0061}, or as one of the four that fold to ASCII. */
    boolean isVeiled() {
        return veiled;
    }

    int count() {
        return count;
    }

    int get(int number) {
        return marks[number];
    }

    void read(byte[] json) {
        count = 0;
        veiled = false;
        beyondAscii = false;
        withControls = false;
        nextIsEscaped = 0;
        if (marks.length > MAX_KEPT || found.length > MAX_KEPT) {
            marks = new int[BLOCK * 2];
            found = new long[0];
        }
        int whole = json.length / BLOCK * BLOCK;
        blocks(json, whole, 0, json);
        Arrays.fill(tail, (byte) ' ');
        System.arraycopy(json, whole, tail, 0, json.length - whole);
        blocks(tail, BLOCK, whole, json);
        if (withControls) {
            checkControls(json);
        }
        if (beyondAscii) {
            checkLetters(json);
        }
    }

    private void blocks(byte[] bytes, int length, int at, byte[] json) {
        if (found.length < length / Long.BYTES) {
            found = new long[length / Long.BYTES];
        }
        withControls |= mark(bytes, length);
        for (int i = 0; i < length; i += BLOCK) {
            block(i / Long.BYTES, at + i, json);
        }
    }

    /**
     * Marks quotes by the highest bits of their bytes and backslashes by the ones below, and says whether there are control
     * characters; kept so simple that it becomes vector code.
     */
    private boolean mark(byte[] bytes, int length) {
        long controls = 0;
        long letters = 0;
        long[] marked = found;
        for (int i = 0; i < length / Long.BYTES; i++) {
            long eight = (long) LONGS.get(bytes, i * Long.BYTES);
            marked[i] = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) >>> 1;
            controls |= zeros(eight & NO_CONTROLS);
            letters |= eight;
        }
        beyondAscii |= (letters & HIGH_BITS) != 0;
        return controls != 0;
    }

    private void block(int word, int at, byte[] json) {
        long quoted = gather(word, QUOTED);
        long slashed = hasBackslash(word) ? gather(word, SLASHED) : 0;
        long escaped = escaped(slashed);
        long unusual = escaped & ~(slashed | quoted);
        if (unusual != 0) {
            checkEscapes(json, at, unusual);
        }
        note(quoted & ~escaped, at);
    }

    /** The highest bit of each byte that is zero. */
    private static long zeros(long eight) {
        return ~((eight & LOWER_BITS) + LOWER_BITS | eight) & HIGH_BITS;
    }

    private boolean hasBackslash(int word) {
        long any = 0;
        for (int i = word; i < word + Long.BYTES; i++) {
            any |= found[i];
        }
        return (any & SLASHED) != 0;
    }

    /** One bit for each of 64 bytes. */
    private long gather(int word, long kind) {
        return Long.compress(found[word], kind)
                | Long.compress(found[word + 1], kind) << 8
                | Long.compress(found[word + 2], kind) << 16
                | Long.compress(found[word + 3], kind) << 24
                | Long.compress(found[word + 4], kind) << 32
                | Long.compress(found[word + 5], kind) << 40
                | Long.compress(found[word + 6], kind) << 48
                | Long.compress(found[word + 7], kind) << 56;
    }

    /** What follows an odd number of backslashes: subtraction carries along each run of them. */
    private long escaped(long backslashes) {
        if (backslashes == 0) {
            long first = nextIsEscaped;
            nextIsEscaped = 0;
            return first;
        }
        long starts = backslashes & ~nextIsEscaped;
        long runs = (starts << 1 | ODD_BITS) - starts ^ ODD_BITS;
        long escaped = runs ^ (backslashes | nextIsEscaped);
        nextIsEscaped = (runs & backslashes) >>> 63;
        return escaped;
    }

    /** Control characters may stand between texts, and nowhere else. */
    private void checkControls(byte[] json) {
        for (int mark = 0; mark + 1 < count; mark += 2) {
            for (int i = marks[mark]; i < marks[mark + 1]; i++) {
                if (json[i] >= 0 && json[i] < ' ') {
                    throw new NoJsonObject("a control character in a text", i);
                }
            }
        }
    }

    private void checkEscapes(byte[] json, int at, long escaped) {
        int kinds = 0;
        for (long left = escaped; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left);
            kinds |= place < json.length ? ESCAPES[json[place] & 0xff] : WRONG;
        }
        if (kinds != 0) {
            if ((kinds & WRONG) != 0) {
                throw new NoJsonObject("an unknown escape", at);
            }
            veiled |= (kinds & SLASH) != 0;
            checkUnicode(json, at, escaped);
        }
    }

    private void checkUnicode(byte[] json, int at, long escaped) {
        for (long left = escaped; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left);
            if (json[place] == 'u') {
                for (int i = place + 1; i <= place + 4; i++) {
                    if (i >= json.length || Character.digit(json[i], 16) < 0) {
                        throw new NoJsonObject("an unknown escape", place);
                    }
                }
                int unit = RawText.escaped(json, place - 1);
                veiled |= unit >= ' ' && (unit < 0x7f || foldsToAscii(unit));
            }
        }
    }

    private void note(long quotes, int at) {
        if (quotes == 0) {
            return;
        }
        if (count + BLOCK > marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        int[] places = marks;
        int next = count;
        int found = Long.bitCount(quotes);
        long left = quotes;
        // so many at once, without a question for each: what is too much is written over
        for (int i = 0; i < USUAL_QUOTES; i++) {
            places[next + i] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        for (int i = USUAL_QUOTES; i < found; i++) {
            places[next + i] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        count = next + found;
    }

    private void checkLetters(byte[] json) {
        int i = 0;
        while (i < json.length) {
            if (i + Long.BYTES <= json.length && ((long) LONGS.get(json, i) & HIGH_BITS) == 0) {
                i += Long.BYTES;
            } else if (json[i] >= 0) {
                i++;
            } else {
                int length = RawText.lengthOfValid(json, i);
                if (length == 0) {
                    throw new NoJsonObject("bytes that are not UTF-8", i);
                }
                veiled |= length <= 3 && foldsToAscii(RawText.codePoint(json, i));
                i += length;
            }
        }
    }

    /** Dotted and dotless i, long s, and the sign of kelvin. */
    private static boolean foldsToAscii(int unit) {
        return unit == 0x130 || unit == 0x131 || unit == 0x17f || unit == 0x212a;
    }
}
