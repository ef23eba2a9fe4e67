package vn.chieng.api.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds now, with the words that lists show of it.
 *
 * @param fromName who delegated it; null where it is held in one's own right
 * @param authorization number and date of the paper it was delegated by
 */
public record Held(
        Assignment assignment,
        String accountName,
        String displayName,
        @Nullable String fromName,
        @Nullable String authorization) {

    /** Its last day; null where it holds until withdrawn. */
    public @Nullable LocalDate lastDay() {
        return LastDay.of(assignment.endsAt());
    }

    /** Whether it is lent. */
    public boolean delegated() {
        return assignment.delegatedFrom() != null;
    }
}
