package vn.chieng.api.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a field must be like. */
public sealed interface FieldTest {

    /** It has a value at all. */
    record Present() implements FieldTest {}

    /** It is this value, or looks like it where the pattern has wildcards. */
    record Like(Pattern pattern) implements FieldTest {}

    /** A number lies between these, both included; null is open. */
    record Numbers(@Nullable Long from, @Nullable Long to) implements FieldTest {
        /** Whether the number lies there. */
        public boolean holds(long number) {
            return (from == null || number >= from) && (to == null || number <= to);
        }
    }

    /** A time lies from the one to before the other; null is open. */
    record Times(@Nullable Instant from, @Nullable Instant before) implements FieldTest {
        /** Whether the moment lies there. */
        public boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (before == null || at.isBefore(before));
        }
    }
}
