package vn.chieng.sigma.index;

import java.util.Arrays;

/** Collects entries of the groups that are open, each once; used by one thread for one event after another. */
final class Candidates {
    private final int[] groupOf;
    private final int[] opened;
    private final int[] added;
    private final int[] entries;
    private int size;
    private int epoch;

    Candidates(int[] groupOf, int groups) {
        this.groupOf = groupOf;
        this.opened = new int[groups];
        this.added = new int[groupOf.length];
        this.entries = new int[groupOf.length];
    }

    /** Forgets everything; no group is open. */
    void begin() {
        if (epoch == Integer.MAX_VALUE) {
            Arrays.fill(opened, 0);
            Arrays.fill(added, 0);
            epoch = 0;
        }
        epoch++;
        size = 0;
    }

    /** Opens a group; false where it was open already. */
    boolean open(int group) {
        if (opened[group] == epoch) {
            return false;
        }
        opened[group] = epoch;
        return true;
    }

    void add(int entry) {
        if (added[entry] != epoch && opened[groupOf[entry]] == epoch) {
            added[entry] = epoch;
            entries[size] = entry;
            size++;
        }
    }

    int size() {
        return size;
    }

    int get(int index) {
        return entries[index];
    }
}
