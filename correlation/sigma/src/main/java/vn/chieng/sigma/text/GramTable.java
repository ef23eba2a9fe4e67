package vn.chieng.sigma.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds literals in bytes by grams, runs of three or four bytes of them: looks at as few places as the shortest literal
 * allows, there at one bit, and only where that is set at the literals.
 */
final class GramTable {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LOWER = 0x20202020;
    private static final int ODD = 0x9e3779b1;
    private static final int LONGEST_STRIDE = 16;
    private static final int BITS_PER_GRAM = 7;
    private static final int FEWEST_BITS = 11;
    private static final int MOST_BITS = 18;

    private final long[] bits;
    private final int shift;
    private final Place[][] places;
    private final int mask;
    private final int stride;
    private final int size;

    /** Where in a literal a gram stands. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Place(int gram, byte[] literal, int offset, int number) {}

    /** A literal as JSON writes it, with its number. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Literal(byte[] bytes, int number) {}

    /** All literals have as many bytes as a gram at least; of grams that are common those of others are preferred. */
    GramTable(List<Literal> literals, int size, IntUnaryOperator commonness) {
        this.size = size;
        this.mask = size == Integer.BYTES ? -1 : (1 << (size * Byte.SIZE)) - 1;
        int shortest = literals.stream()
                .mapToInt(literal -> literal.bytes.length)
                .min()
                .orElse(size);
        this.stride = Math.min(shortest - size + 1, LONGEST_STRIDE);
        List<Place> all = new ArrayList<>();
        for (Literal literal : literals) {
            int start = rarest(literal.bytes, commonness);
            for (int offset = start; offset < start + stride; offset++) {
                all.add(new Place(gram(literal.bytes, offset), literal.bytes, offset, literal.number));
            }
        }
        all.sort(Comparator.comparingInt(Place::gram));
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(all.size()) + BITS_PER_GRAM;
        int logarithm = Math.clamp(wanted, FEWEST_BITS, MOST_BITS);
        this.shift = Integer.SIZE - logarithm;
        this.bits = new long[1 << (logarithm - 6)];
        this.places = new Place[Integer.highestOneBit(Math.max(1, all.size())) * 4][];
        int from = 0;
        for (int to = 1; to <= all.size(); to++) {
            if (to == all.size() || all.get(to).gram != all.get(from).gram) {
                add(all.get(from).gram, all.subList(from, to).toArray(Place[]::new));
                from = to;
            }
        }
    }

    private void add(int gram, Place[] found) {
        int hash = (gram * ODD) >>> shift;
        bits[hash >> 6] |= 1L << hash;
        int slot = slot(gram);
        while (places[slot] != null) {
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = found;
    }

    private int slot(int gram) {
        return ((gram * ODD) >>> 7) & (places.length - 1);
    }

    private int rarest(byte[] literal, IntUnaryOperator commonness) {
        int rarest = 0;
        long least = Long.MAX_VALUE;
        for (int start = 0; start + stride + size - 1 <= literal.length; start++) {
            long sum = 0;
            for (int offset = start; offset < start + stride; offset++) {
                sum += commonness.applyAsInt(gram(literal, offset));
            }
            if (sum < least) {
                least = sum;
                rarest = start;
            }
        }
        return rarest;
    }

    private int gram(byte[] literal, int offset) {
        return gram(literal, offset, mask);
    }

    static int gram(byte[] literal, int offset, int mask) {
        int gram = 0;
        for (int i = 0; i < Integer.BYTES && offset + i < literal.length; i++) {
            gram |= (literal[offset + i] & 0xff) << (i * Byte.SIZE);
        }
        return (gram | LOWER) & mask;
    }

    /** Hands over the numbers of the literals that stand in the bytes until told that it is enough. */
    boolean find(byte[] bytes, int start, int end, IntPredicate enough) {
        // as locals, because a field would be read again for every gram
        int last = Math.min(end - size, bytes.length - Integer.BYTES);
        int step = stride;
        int part = mask;
        int away = shift;
        long[] set = bits;
        for (int i = start; i <= last; i += step) {
            int gram = ((int) INTS.get(bytes, i) | LOWER) & part;
            int hash = (gram * ODD) >>> away;
            if ((set[hash >> 6] & 1L << hash) != 0 && isAt(bytes, start, end, i, gram, enough)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int start, int end, int at, int gram, IntPredicate enough) {
        int slot = slot(gram);
        for (Place[] found = places[slot]; found != null; found = places[slot]) {
            if (found[0].gram == gram) {
                for (Place place : found) {
                    int from = at - place.offset;
                    if (from >= start && stands(bytes, from, end, place.literal) && enough.test(place.number)) {
                        return true;
                    }
                }
                return false;
            }
            slot = (slot + 1) & (places.length - 1);
        }
        return false;
    }

    private static boolean stands(byte[] bytes, int from, int end, byte[] literal) {
        if (from + literal.length > end) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            if (CaseFolding.fold(bytes[from + i]) != literal[i]) {
                return false;
            }
        }
        return true;
    }

    long size() {
        return (long) bits.length * Long.BYTES + (long) places.length * Integer.BYTES;
    }
}
