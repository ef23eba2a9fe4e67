package vn.chieng.sigma.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.RawKind;

/** The values of some paths as bytes: two events with the same bytes have the same values there. */
public final class ValueKey {
    private static final int MAX_LENGTH = 512;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final byte[] NONE = {};
    private static final int HEAD = 5;
    /** Behind the kinds of what is still JSON. */
    private static final int FROM_OBJECT = 0x80;

    private static final int EMPTY = 1;
    private static final int PRESENT = 2;

    private final byte[] bytes = new byte[MAX_LENGTH + Long.BYTES];
    private int length;

    void begin() {
        length = 0;
    }

    /** Notes that there is something at a path, or null. */
    boolean add(int path, boolean filled) {
        return append(path, filled ? PRESENT : EMPTY, NONE, 0, 0);
    }

    boolean add(int path, @Nullable Object value) {
        return switch (value) {
            case null -> append(path, EMPTY, NONE, 0, 0);
            case String text -> append(path, RawKind.TEXT, text.getBytes(StandardCharsets.UTF_16LE));
            case Number number -> append(path, RawKind.NUMBER, number.toString().getBytes(StandardCharsets.UTF_8));
            case Boolean truth -> append(path, truth ? RawKind.TRUE : RawKind.FALSE, NONE);
            default -> false;
        };
    }

    boolean add(int path, RawKind kind, byte[] json, int start, int end) {
        return append(path, kind.code(), json, start, kind == RawKind.OBJECT ? start : end);
    }

    private boolean append(int path, RawKind kind, byte[] source) {
        return append(path, kind.code() + FROM_OBJECT, source, 0, source.length);
    }

    private boolean append(int path, int kind, byte[] source, int start, int end) {
        int size = end - start;
        if (length + HEAD + size > MAX_LENGTH) {
            return false;
        }
        bytes[length] = (byte) path;
        bytes[length + 1] = (byte) (path >> Byte.SIZE);
        bytes[length + 2] = (byte) kind;
        bytes[length + 3] = (byte) size;
        bytes[length + 4] = (byte) (size >> Byte.SIZE);
        System.arraycopy(source, start, bytes, length + HEAD, size);
        length += HEAD + size;
        return true;
    }

    /** A number that is the same for the same bytes. */
    public int hash() {
        LONGS.set(bytes, length, 0L);
        long hash = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, i)) * ODD;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** The bytes, to be kept. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Whether kept bytes are the same. */
    public boolean equalTo(byte[] kept) {
        return Arrays.equals(kept, 0, kept.length, bytes, 0, length);
    }
}
