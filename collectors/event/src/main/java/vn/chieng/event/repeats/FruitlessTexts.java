package vn.chieng.event.repeats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/**
 * Remembers which texts of events were looked at last and in vain, by marks of 64 bits. The marks hang on keys that nobody
 * outside knows, so that nobody can write a text that is taken for another. Used by one thread at a time.
 */
public final class FruitlessTexts {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PAIR = 2 * Long.BYTES;

    private final long[] kept;
    private final int shift;
    private final long secret;
    private final long salt;
    private long begin;

    /**
     * @param random for the keys
     * @param logarithm of how many are remembered at most
     */
    public FruitlessTexts(RandomGenerator random, int logarithm) {
        kept = new long[1 << logarithm];
        shift = Long.SIZE - logarithm;
        secret = random.nextLong();
        salt = random.nextLong();
        begin = random.nextLong();
    }

    /** Forgets everything: under another beginning no mark is found again. */
    public void clear() {
        begin = mixed(begin ^ salt, secret) + 1;
    }

    /** What a text that is looked at in this way is known by. */
    public long mark(long way, byte[] json, int from, int to) {
        int length = to - from;
        long mark = mixed(begin ^ way, salt ^ length);
        int i = from;
        for (; i + PAIR <= to; i += PAIR) {
            mark = mixed((long) LONGS.get(json, i) ^ secret, (long) LONGS.get(json, i + Long.BYTES) ^ mark);
        }
        long first = 0;
        if (i + Long.BYTES <= to) {
            first = (long) LONGS.get(json, i);
            i += Long.BYTES;
        }
        return mixed(first ^ secret, rest(json, i, to) ^ mark);
    }

    /** Whether it is known that this text is looked at in vain. */
    public boolean holds(long mark) {
        return kept[place(mark)] == mark;
    }

    /** Notes that this text was looked at in vain, in the place of another. */
    public void keep(long mark) {
        kept[place(mark)] = mark;
    }

    private int place(long mark) {
        return (int) (mark >>> shift);
    }

    /** Both halves of the product, so that every bit of either counts. */
    private static long mixed(long left, long right) {
        return Math.multiplyHigh(left, right) ^ (left * right);
    }

    /** Fewer than eight bytes. */
    private static long rest(byte[] json, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (to >= Long.BYTES) {
            return (long) LONGS.get(json, to - Long.BYTES) >>> ((Long.BYTES - (to - from)) * Byte.SIZE);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << Byte.SIZE | (json[i] & 0xff);
        }
        return rest;
    }
}
