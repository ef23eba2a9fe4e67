package vn.chieng.indicators;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many small records in few large arrays. An address counts units of four bytes, so that an {@code int} reaches far. A
 * chunk of which most is dead is to be emptied by its owner and is then used again.
 */
final class Arena {
    static final int UNIT = 4;
    private static final int CHUNK = 1 << 20;
    private static final int UNITS = CHUNK / UNIT;

    private final List<@Nullable ByteBuffer> chunks = new ArrayList<>();
    private final List<Integer> dead = new ArrayList<>();
    private final List<Integer> used = new ArrayList<>();
    private int tail = -1;

    /** Room for so many bytes within one chunk. */
    int allocate(int bytes) {
        int rounded = (bytes + UNIT - 1) / UNIT * UNIT;
        if (tail < 0 || used.get(tail) + rounded > CHUNK) {
            openTail();
        }
        int start = used.get(tail);
        used.set(tail, start + rounded);
        return tail * UNITS + start / UNIT;
    }

    private void openTail() {
        int free = chunks.indexOf(null);
        if (free < 0) {
            free = chunks.size();
            chunks.add(null);
            dead.add(0);
            used.add(0);
        }
        chunks.set(free, ByteBuffer.allocate(CHUNK));
        dead.set(free, 0);
        used.set(free, 0);
        tail = free;
    }

    ByteBuffer chunk(int address) {
        ByteBuffer chunk = chunks.get(address / UNITS);
        if (chunk == null) {
            throw new IllegalStateException("nothing is at " + address);
        }
        return chunk;
    }

    static int offset(int address) {
        return address % UNITS * UNIT;
    }

    /** Notes that the record of so many bytes at this address is of no use any more. */
    void bury(int address, int bytes) {
        int chunk = address / UNITS;
        dead.set(chunk, dead.get(chunk) + (bytes + UNIT - 1) / UNIT * UNIT);
    }

    /** A chunk that is mostly dead and not being filled, or -1. */
    int mostlyDead(int address) {
        int chunk = address / UNITS;
        return chunk != tail && dead.get(chunk) > CHUNK / 2 ? chunk : -1;
    }

    /** Addresses of a chunk begin here and end before that of the next. */
    static int firstAddress(int chunk) {
        return chunk * UNITS;
    }

    int endAddress(int chunk) {
        return firstAddress(chunk) + used.get(chunk) / UNIT;
    }

    void free(int chunk) {
        chunks.set(chunk, null);
    }

    long bytes() {
        return chunks.stream().filter(chunk -> chunk != null).count() * CHUNK;
    }
}
