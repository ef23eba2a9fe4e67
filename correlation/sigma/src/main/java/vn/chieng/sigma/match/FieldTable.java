package vn.chieng.sigma.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.RawKind;

/**
 * The values of one event by the numbers of their paths, so that no rule has to walk the event again. An event in which a
 * path has more than one value, or leads through a list, is irregular: then only single look-ups tell what counts.
 */
public final class FieldTable {
    private static final byte[] NONE = {};

    private final PathTrie paths;
    private final @Nullable Object[] values;
    private final @Nullable RawKind[] kinds;
    private final int[] starts;
    private final int[] ends;
    private final int[] valuesOf;
    private final int[] watchOf;
    /** A bit for each path that holds something, null included. */
    private final long[] presence;

    private final int[] present;
    private int presentCount;
    private byte[] json = NONE;
    private int epoch;
    private boolean regular;

    FieldTable(PathTrie paths) {
        this.paths = paths;
        this.values = new Object[paths.size()];
        this.kinds = new RawKind[paths.size()];
        this.starts = new int[paths.size()];
        this.ends = new int[paths.size()];
        this.valuesOf = new int[paths.size()];
        this.presence = new long[words(paths.size())];
        this.present = new int[paths.watched().size()];
        this.watchOf = new int[paths.size()];
        for (int i = 0; i < present.length; i++) {
            watchOf[paths.watched().get(i)] = i + 1;
        }
    }

    void begin() {
        if (epoch == Integer.MAX_VALUE) {
            Arrays.fill(valuesOf, 0);
            epoch = 0;
        }
        epoch++;
        regular = true;
        presentCount = 0;
        Arrays.fill(presence, 0);
        json = NONE;
    }

    /** Where the paths of rules begin. */
    public PathTrie.Node root() {
        return paths.root();
    }

    /** Names the bytes in which raw values stand. */
    public void setJson(byte[] source) {
        json = source;
    }

    /** Notes a value, null included, where a path ends. */
    void put(PathTrie.Node node, @Nullable Object value) {
        if (note(node)) {
            values[node.number()] = value;
            kinds[node.number()] = null;
        }
    }

    /** Notes where a value stands in the JSON, where a path ends: of a text without its quotes, of a list with its brackets. */
    public void put(PathTrie.Node node, RawKind kind, int start, int end) {
        if (note(node)) {
            int number = node.number();
            kinds[number] = kind;
            starts[number] = start;
            ends[number] = end;
        }
    }

    private boolean note(PathTrie.Node node) {
        if (!node.isPath()) {
            return false;
        }
        int number = node.number();
        if (valuesOf[number] == epoch) {
            regular = false;
        } else if (watchOf[number] > 0) {
            present[presentCount] = number;
            presentCount++;
        }
        valuesOf[number] = epoch;
        presence[number / Long.SIZE] |= 1L << number;
        return true;
    }

    /** How many watched paths hold a value, null included. */
    int presentCount() {
        return presentCount;
    }

    /** The number of one of these paths. */
    int present(int index) {
        return present[index];
    }

    /** Says that what is in the table cannot be relied on for this event. */
    public void setIrregular() {
        regular = false;
    }

    boolean isRegular() {
        return regular;
    }

    /** How many words there are in {@link #presence}. */
    static int words(int paths) {
        return (paths + Long.SIZE - 1) / Long.SIZE;
    }

    /** The bits of 64 paths: which of them hold something, null included. */
    long presence(int word) {
        return presence[word];
    }

    boolean has(int number) {
        return valuesOf[number] == epoch;
    }

    /** Whether a value other than null was noted. */
    boolean isFilled(int number) {
        return has(number) && (kinds[number] == null ? values[number] != null : kinds[number] != RawKind.NULL);
    }

    /** Copies the value that was noted; one that is no list in JSON. */
    void copyTo(FieldValue target, int number) {
        RawKind kind = kinds[number];
        Object value = values[number];
        if (kind != null) {
            target.set(kind, json, starts[number], ends[number]);
        } else if (value != null) {
            target.set(value);
        }
    }

    /** Whether the value is a list that is still JSON. */
    boolean isRawList(int number) {
        return kinds[number] == RawKind.LIST;
    }

    /** Hands over a watched value, if there is one. */
    void show(int number, FieldValue spare, WatchedFields fields) {
        RawKind kind = kinds[number];
        int field = watchOf[number] - 1;
        if (kind == RawKind.TEXT) {
            fields.takeText(field, json, starts[number], ends[number]);
        } else if (kind == RawKind.LIST) {
            fields.takeList(field, json, starts[number], ends[number]);
        } else if (isFilled(number)) {
            copyTo(spare, number);
            fields.take(field, spare);
        }
    }

    /** Adds what tells this value from others; false where that is too much. */
    boolean addTo(ValueKey key, int number) {
        RawKind kind = kinds[number];
        return kind == null
                ? key.add(number, values[number])
                : key.add(number, kind, json, starts[number], ends[number]);
    }

    /** Walks a map of names and values, as far as paths lead. */
    void walk(PathTrie.Node node, Map<?, ?> map) {
        map.forEach((name, value) -> {
            PathTrie.Node child = name instanceof String text ? node.child(text) : null;
            if (child != null) {
                put(child, value);
                if (child.leadsOn()) {
                    if (value instanceof Map<?, ?> inner) {
                        walk(child, inner);
                    } else if (value instanceof List) {
                        setIrregular();
                    }
                }
            }
        });
    }
}
