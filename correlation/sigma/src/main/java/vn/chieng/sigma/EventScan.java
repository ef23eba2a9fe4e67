package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event on its way past the rules: each field is looked up and folded at most once. */
final class EventScan {
    private final EventView event;
    private final FieldSlots slots;
    private final @Nullable FieldValue[] values;
    private @Nullable List<Scalar> keywords;

    EventScan(EventView event, FieldSlots slots) {
        this.event = event;
        this.slots = slots;
        this.values = new FieldValue[slots.size()];
    }

    FieldValue field(int slot) {
        FieldValue value = values[slot];
        if (value == null) {
            value = lookUp(slots.paths(slot));
            values[slot] = value;
        }
        return value;
    }

    List<Scalar> keywords() {
        List<Scalar> found = keywords;
        if (found == null) {
            List<Scalar> collected = new ArrayList<>();
            event.keywords(leaf -> collected.add(new Scalar(leaf)));
            keywords = collected;
            found = collected;
        }
        return found;
    }

    private FieldValue lookUp(List<FieldPath> paths) {
        for (FieldPath path : paths) {
            Object value = event.value(path);
            if (value != null) {
                return FieldValue.of(value);
            }
        }
        for (FieldPath path : paths) {
            if (event.has(path)) {
                return FieldValue.NULL;
            }
        }
        return FieldValue.ABSENT;
    }
}
