package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event holds for one field of a rule. */
public final class FieldValue {
    static final FieldValue ABSENT = new FieldValue(false, false);
    static final FieldValue NULL = new FieldValue(true, false);

    private final boolean known;
    private final boolean filled;
    private final Scalar[] scalars;

    FieldValue(boolean known, boolean filled, Scalar... scalars) {
        this.known = known;
        this.filled = filled;
        this.scalars = scalars;
    }

    static FieldValue of(Object value) {
        if (value instanceof List<?> list) {
            List<Scalar> scalars = new ArrayList<>(list.size());
            collect(list, scalars, 0);
            return list.isEmpty() ? NULL : new FieldValue(true, true, scalars.toArray(Scalar[]::new));
        }
        return value instanceof Map ? new FieldValue(true, true) : new FieldValue(true, true, new Scalar(value));
    }

    /** Whether the key is there at all. */
    public boolean known() {
        return known;
    }

    /** Whether there is a value other than null and the empty list. */
    public boolean filled() {
        return filled;
    }

    /** How many texts, numbers and truth values are in it. */
    public int size() {
        return scalars.length;
    }

    /** One of the texts, numbers and truth values in it. */
    public Scalar scalar(int index) {
        return scalars[index];
    }

    private static void collect(List<?> list, List<Scalar> scalars, int depth) {
        for (Object item : list) {
            addTo(scalars, item, depth);
        }
    }

    private static void addTo(List<Scalar> scalars, @Nullable Object item, int depth) {
        if (item instanceof List<?> inner && depth < EventFields.MAX_DEPTH) {
            collect(inner, scalars, depth + 1);
        } else if (item != null && !(item instanceof Map) && !(item instanceof List)) {
            scalars.add(new Scalar(item));
        }
    }
}
