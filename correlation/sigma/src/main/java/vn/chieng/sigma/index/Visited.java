package vn.chieng.sigma.index;

import java.util.Arrays;

/** Which numbers were met already; used by one thread for one event after another. */
final class Visited {
    private final int[] met;
    private int epoch;

    Visited(int numbers) {
        met = new int[numbers];
    }

    void begin() {
        if (epoch == Integer.MAX_VALUE) {
            Arrays.fill(met, 0);
            epoch = 0;
        }
        epoch++;
    }

    boolean isFirst(int number) {
        boolean first = met[number] != epoch;
        met[number] = epoch;
        return first;
    }
}
