package vn.chieng.sigma.match;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.taxonomy.FieldPath;

/** How the matcher sees an event; an implementation is used by one thread. */
public interface EventView {

    /** The value at a path: text, number, truth value, list or map; null where it is absent or null. */
    @Nullable
    Object value(FieldPath path);

    /** Whether the path is there, be its value null. */
    boolean has(FieldPath path);

    /** Hands over every text, number and truth value in which a keyword is looked for. */
    void keywords(Consumer<Object> leaves);
}
