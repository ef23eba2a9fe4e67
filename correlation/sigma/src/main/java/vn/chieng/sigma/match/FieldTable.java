package vn.chieng.sigma.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event by the numbers of their paths, so that no rule has to walk the event again. An event in which a
 * path has more than one value, or leads through a list, is irregular: then only single look-ups tell what counts.
 */
public final class FieldTable {
    private final PathTrie paths;
    private final @Nullable Object[] values;
    private final int[] valuesOf;
    private int epoch;
    private boolean regular;

    FieldTable(PathTrie paths) {
        this.paths = paths;
        this.values = new Object[paths.size()];
        this.valuesOf = new int[paths.size()];
    }

    void begin() {
        if (epoch == Integer.MAX_VALUE) {
            Arrays.fill(valuesOf, 0);
            epoch = 0;
        }
        epoch++;
        regular = true;
    }

    /** Where the paths of rules begin. */
    public PathTrie.Node root() {
        return paths.root();
    }

    /** Notes a value, null included, where a path ends. */
    public void put(PathTrie.Node node, @Nullable Object value) {
        if (!node.isPath()) {
            return;
        }
        int number = node.number();
        if (valuesOf[number] == epoch) {
            regular = false;
        }
        valuesOf[number] = epoch;
        values[number] = value;
    }

    /** Says that what is in the table cannot be relied on for this event. */
    public void setIrregular() {
        regular = false;
    }

    boolean isRegular() {
        return regular;
    }

    boolean has(int number) {
        return valuesOf[number] == epoch;
    }

    @Nullable
    Object value(int number) {
        return has(number) ? values[number] : null;
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
