package vn.chieng.indicators;

import java.util.stream.IntStream;

/** Which lengths the known networks have, longest first: only these are tried for an address. */
final class NetworkLengths {
    private final int[] fourCounts = new int[Integer.SIZE + 1];
    private final int[] sixCounts = new int[2 * Long.SIZE + 1];
    private int[] four = {};
    private int[] six = {};

    /** Counts the network of this key in or out. */
    void count(byte[] key, int change) {
        int bits = key[key.length - 1] & 0xff;
        if (key.length == Integer.BYTES + 1) {
            fourCounts[bits] += change;
            four = present(fourCounts);
        } else {
            sixCounts[bits] += change;
            six = present(sixCounts);
        }
    }

    private static int[] present(int[] counts) {
        return IntStream.range(0, counts.length)
                .map(i -> counts.length - 1 - i)
                .filter(bits -> counts[bits] > 0)
                .toArray();
    }

    /** The lengths for addresses of so many bytes; not to be changed. */
    int[] of(int bytes) {
        return bytes == Integer.BYTES ? four : six;
    }
}
