package vn.chieng.sigma.raw;

import java.util.Arrays;
import vn.chieng.sigma.text.CaseFolding;

/**
 * A text as JSON writes it in the plainest way: only quotes and backslashes escaped, letters folded. Used again and again
 * by one thread.
 */
public final class JsonForm {
    /** A larger array is given up after use. */
    static final int MAX_KEPT = 64 * 1024;

    private static final int MOST_BYTES = 3;

    private byte[] bytes = {};
    private int length;

    /** The form of a text that never changes. */
    public static byte[] of(String text) {
        JsonForm form = new JsonForm();
        form.set(text);
        return Arrays.copyOf(form.bytes, form.length);
    }

    /** The bytes, of which {@link #length} count; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Takes another text. */
    public void set(String text) {
        int most = text.length() * MOST_BYTES;
        if (bytes.length < most || bytes.length > MAX_KEPT) {
            bytes = new byte[most];
        }
        length = 0;
        for (int i = 0; i < text.length(); i++) {
            add(CaseFolding.fold(text.charAt(i)));
        }
    }

    private void add(char c) {
        if (c < 0x80) {
            if (c == '\\' || c == '"') {
                add('\\', 0);
            }
            add(c, 0);
        } else if (c < 0x800) {
            add(c >> 6, 0xc0);
            add(c & 0x3f, 0x80);
        } else {
            add(c >> 12, 0xe0);
            add(c >> 6 & 0x3f, 0x80);
            add(c & 0x3f, 0x80);
        }
    }

    private void add(int six, int mark) {
        bytes[length] = (byte) (mark | six);
        length++;
    }
}
