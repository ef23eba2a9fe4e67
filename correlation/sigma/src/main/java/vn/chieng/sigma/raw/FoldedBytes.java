package vn.chieng.sigma.raw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.chieng.sigma.text.CaseFolding;

/**
 * A text with its letters folded, each UTF-16 unit as one to three bytes, so that parts of texts are parts of bytes and
 * nothing else is. Used again and again by one thread.
 */
public final class FoldedBytes {
    /** A larger array is given up after use. */
    static final int MAX_KEPT = 64 * 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_SIZE = 64;
    private static final int MOST_BYTES = 3;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BEFORE_A = 0x3f3f3f3f3f3f3f3fL;
    private static final long AFTER_Z = 0x2525252525252525L;
    private static final byte[] ASCII = new byte[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = (byte) CaseFolding.fold(c);
        }
    }

    private byte[] bytes = {};
    private int length;

    /** Folds a text. */
    public static byte[] of(String text) {
        FoldedBytes folded = new FoldedBytes();
        folded.set(text);
        return Arrays.copyOf(folded.bytes, folded.length);
    }

    /** The bytes, of which {@link #length} count; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Whether the bytes hold ASCII only. */
    public boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as text, where they are ASCII. */
    public String ascii() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Folds a text. */
    public void set(String text) {
        begin(text.length() * MOST_BYTES);
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    /** Folds what stands between the quotes, or is written as a number or word. */
    public void set(RawKind kind, byte[] json, int start, int end) {
        if (kind == RawKind.ESCAPED_TEXT) {
            begin((end - start) * 2);
            addEscaped(json, start, end);
        } else {
            begin(end - start);
            addPlain(json, start, end);
        }
    }

    private void begin(int most) {
        if (bytes.length < most || bytes.length > MAX_KEPT) {
            bytes = new byte[Math.max(FIRST_SIZE, most)];
        }
        length = 0;
    }

    private void addPlain(byte[] json, int start, int end) {
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long eight = (long) LONGS.get(json, i);
            // the high bit of each byte tells whether it is a capital; no byte has it before, so nothing is carried
            // over
            long capitals = (eight + BEFORE_A) & ~(eight + AFTER_Z) & HIGH_BITS;
            LONGS.set(bytes, length, eight | capitals >>> 2);
            length += Long.BYTES;
        }
        for (; i < end; i++) {
            bytes[length] = ASCII[json[i]];
            length++;
        }
    }

    private void addEscaped(byte[] json, int start, int end) {
        int i = start;
        while (i < end) {
            int b = json[i];
            if (b == '\\') {
                add((char) RawText.escaped(json, i));
                i += RawText.lengthOfEscape(json, i);
            } else if (b >= 0) {
                bytes[length] = ASCII[b];
                length++;
                i++;
            } else {
                int codePoint = RawText.codePoint(json, i);
                if (Character.isBmpCodePoint(codePoint)) {
                    add((char) codePoint);
                } else {
                    add(Character.highSurrogate(codePoint));
                    add(Character.lowSurrogate(codePoint));
                }
                i += RawText.lengthOfCodePoint(b);
            }
        }
    }

    private void add(char unit) {
        char c = CaseFolding.fold(unit);
        if (c < 0x80) {
            bytes[length] = (byte) c;
            length++;
        } else if (c < 0x800) {
            bytes[length] = (byte) (0xc0 | c >> 6);
            bytes[length + 1] = (byte) (0x80 | c & 0x3f);
            length += 2;
        } else {
            bytes[length] = (byte) (0xe0 | c >> 12);
            bytes[length + 1] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[length + 2] = (byte) (0x80 | c & 0x3f);
            length += 3;
        }
    }
}
