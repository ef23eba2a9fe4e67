package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.taxonomy.FieldPath;
import vn.chieng.sigma.text.Fragments;

/**
 * The event that is passing the rules: each field is looked up and folded at most once, and where it remembers, each
 * distinct item is evaluated at most once. Used by one thread for one event after another.
 */
public final class EventScan {
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int STATES = 3;

    private final FieldSlots slots;
    private final @Nullable FieldValue[] values;
    private final int[] valuesOf;
    private final int[] results;
    private final FieldTable table;
    private @Nullable EventView event;
    private int epoch;

    private EventScan(FieldSlots slots, int items) {
        this.slots = slots;
        this.values = new FieldValue[slots.size()];
        this.valuesOf = new int[slots.size()];
        this.results = new int[items];
        this.table = new FieldTable(slots.trie());
    }

    /** A scan that evaluates every item as often as it is asked for it. */
    public static EventScan forgetting(FieldSlots slots) {
        return new EventScan(slots, 0);
    }

    /** A scan that keeps the results of so many distinct items while it is at one event. */
    public static EventScan remembering(FieldSlots slots, int items) {
        return new EventScan(slots, items);
    }

    /** Turns to the next event, and forgets the last. */
    public EventScan of(EventView next) {
        if (epoch >= Integer.MAX_VALUE / STATES - 1) {
            Arrays.fill(results, 0);
            Arrays.fill(valuesOf, 0);
            epoch = 0;
        }
        epoch++;
        event = next;
        table.begin();
        if (remembering()) {
            next.fill(table);
        } else {
            table.setIrregular();
        }
        return this;
    }

    private boolean remembering() {
        return results.length > 0;
    }

    /** What the event holds for the field of a slot. */
    public FieldValue field(int slot) {
        FieldValue value = valuesOf[slot] == epoch ? values[slot] : null;
        if (value == null) {
            value = slot == FieldSlots.KEYWORDS ? keywords() : lookUp(slot);
            values[slot] = value;
            valuesOf[slot] = epoch;
        }
        return value;
    }

    /** Whether an item holds, asked of its test at most once where this scan remembers. */
    boolean holds(int item, int slot, FieldTest test) {
        if (item >= results.length) {
            return test.holds(field(slot), this);
        }
        int known = results[item] - epoch * STATES;
        if (known == TRUE || known == FALSE) {
            return known == TRUE;
        }
        boolean holds = test.holds(field(slot), this);
        results[item] = epoch * STATES + (holds ? TRUE : FALSE);
        return holds;
    }

    /** Whether it is sure that keywords need not be looked for where these are all that is asked. */
    public boolean isFreeOf(Fragments fragments) {
        return event().isFreeOf(fragments);
    }

    private EventView event() {
        EventView current = event;
        if (current == null) {
            throw new IllegalStateException("no event");
        }
        return current;
    }

    private FieldValue keywords() {
        List<Scalar> collected = new ArrayList<>();
        event().keywords(leaf -> collected.add(new Scalar(leaf)));
        return new FieldValue(true, true, collected.toArray(Scalar[]::new));
    }

    private FieldValue lookUp(int slot) {
        if (!table.isRegular()) {
            return lookUp(slots.paths(slot));
        }
        boolean known = false;
        for (int number : slots.pathNumbers(slot)) {
            if (table.has(number)) {
                Object value = table.value(number);
                if (value != null) {
                    return FieldValue.of(value);
                }
                known = true;
            }
        }
        return known ? FieldValue.NULL : FieldValue.ABSENT;
    }

    private FieldValue lookUp(FieldPath[] paths) {
        EventView view = event();
        for (FieldPath path : paths) {
            Object value = view.value(path);
            if (value != null) {
                return FieldValue.of(value);
            }
        }
        for (FieldPath path : paths) {
            if (view.has(path)) {
                return FieldValue.NULL;
            }
        }
        return FieldValue.ABSENT;
    }
}
