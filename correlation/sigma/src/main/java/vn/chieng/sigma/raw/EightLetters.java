package vn.chieng.sigma.raw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Works on eight bytes of a text at a time. */
public final class EightLetters {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long FROM_A = LOW_BITS * (0x80 - 'A');
    private static final long BEYOND_Z = LOW_BITS * (0x80 - 'Z' - 1);
    /** From the highest bit of a byte to the one in which small letters differ from capitals. */
    private static final int CASE_SHIFT = 2;

    private EightLetters() {}

    /** Eight bytes, the first of them lowest. */
    public static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Folds those of eight bytes that are letters of ASCII. */
    public static long fold(long letters) {
        long low = letters & ~HIGH_BITS;
        long capitals = ((low + FROM_A) ^ (low + BEYOND_Z)) & ~letters & HIGH_BITS;
        return letters | capitals >>> CASE_SHIFT;
    }

    /** How many of eight bytes stand before the first that JSON escapes, or that is no letter of ASCII. */
    static int plain(long letters) {
        long marked = (((letters ^ BACKSLASHES) - LOW_BITS) | letters) & HIGH_BITS;
        return Long.numberOfTrailingZeros(marked) / Byte.SIZE;
    }

    /** Copies plain letters as far as they can be taken by eights, and says how many; there is room for all that are left. */
    static int copyPlain(byte[] json, int start, int end, byte[] target, int to, boolean fold) {
        int copied = 0;
        while (start + copied + Long.BYTES <= end) {
            long letters = at(json, start + copied);
            LONGS.set(target, to + copied, fold ? fold(letters) : letters);
            int plain = plain(letters);
            copied += plain;
            if (plain < Long.BYTES) {
                return copied;
            }
        }
        return copied;
    }
}
