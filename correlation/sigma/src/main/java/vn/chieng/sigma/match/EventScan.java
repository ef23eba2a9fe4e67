package vn.chieng.sigma.match;

import java.util.Arrays;
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
    private final int[][] pathNumbers;
    private final FieldTable table;
    private final ValueKey key = new ValueKey();
    private final FieldValue watched = new FieldValue();
    private @Nullable EventView event;
    private int epoch;

    private EventScan(FieldSlots slots, int items) {
        this.slots = slots;
        this.values = new FieldValue[slots.size()];
        this.valuesOf = new int[slots.size()];
        this.results = new int[items];
        this.pathNumbers = slots.pathNumbers();
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

    /** Whether there is no other value of a field than the one by which {@link #presence} tells it. */
    public boolean isRegular() {
        return table.isRegular();
    }

    /** A bit for each of 64 paths, by their numbers: whether a regular event holds something there. */
    public long presence(int word) {
        return table.presence(word);
    }

    /** What the event holds for the field of a slot; it changes with the next event. */
    public FieldValue field(int slot) {
        FieldValue value = values[slot];
        if (value == null) {
            value = new FieldValue();
            values[slot] = value;
        } else if (valuesOf[slot] == epoch) {
            return value;
        }
        if (slot == FieldSlots.KEYWORDS) {
            fillKeywords(value);
        } else if (table.isRegular()) {
            lookUp(slot, value);
        } else {
            lookUp(slots.paths(slot), value);
        }
        valuesOf[slot] = epoch;
        return value;
    }

    /** Hands over what the event holds in the fields of these slots, which are the watched ones. */
    public void watched(int[] watchedSlots, WatchedFields fields) {
        if (!table.isRegular()) {
            for (int i = 0; i < watchedSlots.length; i++) {
                FieldValue value = field(watchedSlots[i]);
                if (value.filled()) {
                    fields.take(i, value);
                }
            }
            return;
        }
        for (int i = 0; i < table.presentCount(); i++) {
            table.show(table.present(i), watched, fields);
        }
    }

    /** What tells this event from others as far as these paths go; null where it is irregular, or that would be long. */
    public @Nullable ValueKey key(KeyPaths paths) {
        if (!table.isRegular()) {
            return null;
        }
        key.begin();
        for (int path : paths.byValue()) {
            if (table.has(path) && !table.addTo(key, path)) {
                return null;
            }
        }
        for (int path : paths.byPresence()) {
            if (table.has(path)) {
                boolean told = table.isRawList(path) ? table.addTo(key, path) : key.add(path, table.isFilled(path));
                if (!told) {
                    return null;
                }
            }
        }
        return key;
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

    private void fillKeywords(FieldValue target) {
        target.setFilled();
        event().keywords(target::add);
    }

    private void lookUp(int slot, FieldValue target) {
        boolean known = false;
        for (int number : pathNumbers[slot]) {
            if (table.has(number)) {
                if (table.isRawList(number)) {
                    lookUp(slots.paths(slot), target);
                    return;
                }
                if (table.isFilled(number)) {
                    table.copyTo(target, number);
                    return;
                }
                known = true;
            }
        }
        if (known) {
            target.setNull();
        } else {
            target.setAbsent();
        }
    }

    private void lookUp(FieldPath[] paths, FieldValue target) {
        EventView view = event();
        for (FieldPath path : paths) {
            Object value = view.value(path);
            if (value != null) {
                target.set(value);
                return;
            }
        }
        target.setAbsent();
        for (FieldPath path : paths) {
            if (view.has(path)) {
                target.setNull();
            }
        }
    }
}
