package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event holds for one field of a rule.
 *
 * @param known whether the key is there at all
 * @param filled whether there is a value other than null and the empty list
 * @param scalars every text, number and truth value in it
 */
record FieldValue(boolean known, boolean filled, List<Scalar> scalars) {
    static final FieldValue ABSENT = new FieldValue(false, false, List.of());
    static final FieldValue NULL = new FieldValue(true, false, List.of());

    static FieldValue of(Object value) {
        if (value instanceof List<?> list) {
            List<Scalar> scalars = new ArrayList<>(list.size());
            collect(list, scalars, 0);
            return list.isEmpty() ? NULL : new FieldValue(true, true, scalars);
        }
        return new FieldValue(true, true, value instanceof Map ? List.of() : List.of(new Scalar(value)));
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
