package vn.chieng.indicators;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies text that is still JSON, eight letters at a time, where nothing in it needs decoding. */
final class PlainLetters {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long FROM_A = LOW_BITS * (0x80 - 'A');
    private static final long BEYOND_Z = LOW_BITS * (0x80 - 'Z' - 1);
    /** From the highest bit of a byte to the one in which small letters differ from capitals. */
    private static final int CASE_SHIFT = 2;

    private PlainLetters() {}

    /** Copies in lower case; false where there is an escape or a letter beyond ASCII. The target has room for eight more. */
    static boolean fold(byte[] json, int from, int to, byte[] target) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long letters = (long) LONGS.get(json, i);
            if (needDecoding(letters)) {
                return false;
            }
            LONGS.set(target, i - from, lower(letters));
        }
        for (; i < to; i++) {
            byte each = json[i];
            if (each < 0 || each == '\\') {
                return false;
            }
            target[i - from] = (byte) (each >= 'A' && each <= 'Z' ? each + ('a' - 'A') : each);
        }
        return true;
    }

    private static boolean needDecoding(long letters) {
        return ((((letters ^ BACKSLASHES) - LOW_BITS) | letters) & HIGH_BITS) != 0;
    }

    private static long lower(long ascii) {
        return ascii | (((ascii + FROM_A) ^ (ascii + BEYOND_Z)) & HIGH_BITS) >>> CASE_SHIFT;
    }
}
