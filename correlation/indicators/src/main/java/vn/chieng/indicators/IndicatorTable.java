package vn.chieng.indicators;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;

/**
 * Indicators by their hashes, open addressing with linear probing; what is found is compared byte by byte, so that no
 * hash deceives. A small set of bits before it answers most questions, since most values of most events are in no list.
 * Used by one thread at a time.
 */
@SuppressWarnings("EnumOrdinal") // a place for each kind, in an array of this process only
public final class IndicatorTable {
    private static final int SMALLEST = 1 << 10;
    private static final int BITS_FOR_A_SLOT = 4;
    private static final int NOT_FOUND = -1;

    private final int limit;
    private final IndicatorRecords records = new IndicatorRecords();
    private final NetworkLengths networks = new NetworkLengths();
    private final int[] sizes = new int[Indicator.Type.values().length];
    private long[] hashes = new long[SMALLEST];
    private int[] addresses = new int[SMALLEST];
    private long[] seen = new long[SMALLEST * BITS_FOR_A_SLOT / Long.SIZE];
    private int size;
    private int puts;

    /** @param limit how many it takes at most */
    public IndicatorTable(int limit) {
        this.limit = limit;
    }

    /** Takes an indicator, in place of what was known of it before; false where there is no more room. */
    public boolean put(Indicator indicator) {
        puts++;
        byte[] key = IndicatorKey.bytes(indicator.type(), indicator.value());
        long hash = IndicatorKey.hash(indicator.type(), key, 0, key.length);
        int slot = slot(indicator.type(), key, 0, key.length, hash);
        if (slot != NOT_FOUND) {
            int old = addresses[slot];
            addresses[slot] = records.add(indicator, key);
            forget(old);
            return true;
        }
        if (size >= limit) {
            return false;
        }
        if (size + 1 > hashes.length - hashes.length / 4) {
            grow();
        }
        insert(hash, records.add(indicator, key));
        count(indicator.type(), key, 1);
        return true;
    }

    /** Removes the indicator of this key, if it is there. */
    public void remove(String recordKey) {
        int colon = recordKey.indexOf(':');
        Indicator.Type type = colon < 0
                ? null
                : IndicatorReader.type(recordKey.substring(0, colon)).orElse(null);
        String value = recordKey.substring(colon + 1);
        if (type == null || !IndicatorReader.read(type, value).equals(new Reading.Sound(type, value))) {
            return;
        }
        byte[] key = IndicatorKey.bytes(type, value);
        int slot = slot(type, key, 0, key.length, IndicatorKey.hash(type, key, 0, key.length));
        if (slot != NOT_FOUND) {
            int old = addresses[slot];
            close(slot);
            count(type, key, -1);
            forget(old);
        }
    }

    /** The indicator of this kind with this key, if it still holds. */
    @Nullable
    Indicator find(Indicator.Type type, byte[] bytes, int from, int to, long hash, InstantSource now) {
        int slot = slot(type, bytes, from, to, hash);
        return slot == NOT_FOUND ? null : records.readIfValid(addresses[slot], now.instant());
    }

    private void count(Indicator.Type type, byte[] key, int change) {
        size += change;
        sizes[type.ordinal()] += change;
        if (type == Indicator.Type.NETWORK) {
            networks.count(key, change);
        }
    }

    NetworkLengths networks() {
        return networks;
    }

    private int slot(Indicator.Type type, byte[] bytes, int from, int to, long hash) {
        long bits = bits(hash);
        if ((seen[word(hash)] & bits) != bits) {
            return NOT_FOUND;
        }
        for (int slot = home(hash); hashes[slot] != 0; slot = next(slot)) {
            if (hashes[slot] == hash && records.is(addresses[slot], type, bytes, from, to)) {
                return slot;
            }
        }
        return NOT_FOUND;
    }

    private void insert(long hash, int address) {
        int slot = home(hash);
        while (hashes[slot] != 0) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        addresses[slot] = address;
        seen[word(hash)] |= bits(hash);
    }

    /** Empties a slot and moves up whatever was pushed past it. */
    private void close(int slot) {
        int gap = slot;
        for (int each = next(gap); hashes[each] != 0; each = next(each)) {
            int distance = (each - home(hashes[each])) & (hashes.length - 1);
            if (distance >= ((each - gap) & (hashes.length - 1))) {
                hashes[gap] = hashes[each];
                addresses[gap] = addresses[each];
                gap = each;
            }
        }
        hashes[gap] = 0;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldAddresses = addresses;
        hashes = new long[oldHashes.length * 2];
        addresses = new int[hashes.length];
        seen = new long[hashes.length / Long.SIZE * BITS_FOR_A_SLOT];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                insert(oldHashes[i], oldAddresses[i]);
            }
        }
    }

    private void forget(int address) {
        records.bury(address);
        records.tidy(address, new IndicatorRecords.Moved() {
            @Override
            public boolean isLive(int from) {
                return slotOf(from) != NOT_FOUND;
            }

            @Override
            public void moved(int from, int to) {
                addresses[slotOf(from)] = to;
            }
        });
    }

    private int slotOf(int address) {
        byte[] key = records.key(address);
        long hash = IndicatorKey.hash(records.type(address), key, 0, key.length);
        for (int slot = home(hash); hashes[slot] != 0; slot = next(slot)) {
            if (addresses[slot] == address) {
                return slot;
            }
        }
        return NOT_FOUND;
    }

    private int home(long hash) {
        return (int) (hash & (hashes.length - 1));
    }

    private int next(int slot) {
        return (slot + 1) & (hashes.length - 1);
    }

    private int word(long hash) {
        return (int) ((hash >>> (Byte.SIZE * 3)) & (seen.length - 1));
    }

    /** Three bits of one word by the upper end of the hash, where the place of the slot takes the lower. */
    private static long bits(long hash) {
        return 1L << (hash >>> 58) | 1L << (hash >>> 52) | 1L << (hash >>> 46);
    }

    public int size() {
        return size;
    }

    /** Another number whenever something was put, so that what was not found may now be. */
    int puts() {
        return puts;
    }

    /** How many there are of a kind. */
    public int size(Indicator.Type type) {
        return sizes[type.ordinal()];
    }

    /** Bytes of its arrays. */
    public long bytes() {
        return records.bytes()
                + (long) hashes.length * Long.BYTES
                + (long) addresses.length * Integer.BYTES
                + (long) seen.length * Long.BYTES;
    }
}
