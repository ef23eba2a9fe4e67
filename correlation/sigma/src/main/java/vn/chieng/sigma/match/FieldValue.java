package vn.chieng.sigma.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.RawKind;

/** What an event holds for one field of a rule; used again for the next event. */
public final class FieldValue {
    /** Room for more values than this is given up after use. */
    private static final int MAX_KEPT = 64;

    private boolean known;
    private boolean filled;
    private Scalar[] scalars = {new Scalar()};
    private int size;

    FieldValue setAbsent() {
        return set(false, false);
    }

    FieldValue setNull() {
        return set(true, false);
    }

    /** There is a value; what it is comes with {@link #add}. */
    FieldValue setFilled() {
        return set(true, true);
    }

    FieldValue set(Object value) {
        if (value instanceof List<?> list) {
            set(true, !list.isEmpty());
            collect(list, 0);
        } else {
            set(true, true);
            if (!(value instanceof Map)) {
                add(value);
            }
        }
        return this;
    }

    /** Text, a number or a truth value as it stands in JSON; an object is a value that holds none of these. */
    FieldValue set(RawKind kind, byte[] json, int start, int end) {
        set(true, true);
        if (kind != RawKind.OBJECT) {
            next().set(kind, json, start, end);
        }
        return this;
    }

    private FieldValue set(boolean nowKnown, boolean nowFilled) {
        known = nowKnown;
        filled = nowFilled;
        size = 0;
        if (scalars.length > MAX_KEPT) {
            scalars = Arrays.copyOf(scalars, 1);
        }
        return this;
    }

    /** Adds one more value to those of a list. */
    void add(Object value) {
        next().set(value);
    }

    /** Adds one more value as it stands in JSON. */
    void add(RawKind kind, byte[] json, int start, int end) {
        next().set(kind, json, start, end);
    }

    private Scalar next() {
        if (size == scalars.length) {
            scalars = Arrays.copyOf(scalars, size * 2);
            for (int i = size; i < scalars.length; i++) {
                scalars[i] = new Scalar();
            }
        }
        size++;
        return scalars[size - 1];
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
        return size;
    }

    /** One of the texts, numbers and truth values in it. */
    public Scalar scalar(int index) {
        return scalars[index];
    }

    private void collect(List<?> list, int depth) {
        for (Object item : list) {
            addInner(item, depth);
        }
    }

    private void addInner(@Nullable Object item, int depth) {
        if (item instanceof List<?> inner && depth < EventFields.MAX_DEPTH) {
            collect(inner, depth + 1);
        } else if (item != null && !(item instanceof Map) && !(item instanceof List)) {
            add(item);
        }
    }
}
