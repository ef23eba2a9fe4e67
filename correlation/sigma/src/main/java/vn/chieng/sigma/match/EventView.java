package vn.chieng.sigma.match;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.taxonomy.FieldPath;
import vn.chieng.sigma.text.Fragments;

/** How the matcher sees an event; an implementation is used by one thread. */
public interface EventView {

    /** The value at a path: text, number, truth value, list or map; null where it is absent or null. */
    @Nullable
    Object value(FieldPath path);

    /** Whether the path is there, be its value null. */
    boolean has(FieldPath path);

    /** Hands over every text, number and truth value in which a keyword is looked for. */
    void keywords(Consumer<Object> leaves);

    /** Puts every value that a path leads to into the table, and says there where single look-ups are needed instead. */
    void fill(FieldTable table);

    /** Whether it is sure, at little cost, that no value in which keywords are looked for holds any of these. */
    default boolean isFreeOf(Fragments fragments) {
        return false;
    }
}
