package vn.chieng.sigma.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells JSON whose plain letters stand for themselves from JSON that may write them otherwise: as {@code \\u0061}, or as
 * one of the four letters beyond ASCII that fold to a letter of ASCII.
 */
final class PlainJson {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

    private PlainJson() {}

    static boolean is(byte[] json) {
        int i = 0;
        for (; i + Long.BYTES <= json.length; i += Long.BYTES) {
            long eight = (long) LONGS.get(json, i);
            long backslashes = eight ^ BACKSLASHES;
            boolean telling = ((eight | ((backslashes - LOW_BITS) & ~backslashes)) & HIGH_BITS) != 0;
            if (telling && !isPlain(json, i, i + Long.BYTES)) {
                return false;
            }
        }
        return isPlain(json, i, json.length);
    }

    private static boolean isPlain(byte[] json, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean escape = json[i] == '\\' && at(json, i + 1) == 'u' && isFirstOfOdd(json, i);
            if (escape || (json[i] < 0 && foldsToAscii(json, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the backslash is not itself escaped. */
    private static boolean isFirstOfOdd(byte[] json, int backslash) {
        int before = backslash;
        while (before > 0 && json[before - 1] == '\\') {
            before--;
        }
        return (backslash - before) % 2 == 0;
    }

    /** Dotted and dotless i, long s, and the sign of kelvin. */
    private static boolean foldsToAscii(byte[] json, int i) {
        int first = json[i] & 0xff;
        int second = at(json, i + 1);
        return (first == 0xc4 && (second == 0xb0 || second == 0xb1))
                || (first == 0xc5 && second == 0xbf)
                || (first == 0xe2 && second == 0x84 && at(json, i + 2) == 0xaa);
    }

    private static int at(byte[] json, int i) {
        return i < json.length ? json[i] & 0xff : 0;
    }
}
