package vn.chieng.api.organizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last; without one of them it is open at that end. */
final class Period {
    private Period() {}

    static boolean reversed(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && to.isBefore(from);
    }

    static boolean overlap(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        return (to == null || otherFrom == null || !to.isBefore(otherFrom))
                && (otherTo == null || from == null || !otherTo.isBefore(from));
    }
}
