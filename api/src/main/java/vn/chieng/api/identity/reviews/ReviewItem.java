package vn.chieng.api.identity.reviews;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.LastDay;

/**
 * One assignment of a review, in the words of the day it was opened.
 *
 * @param outcome null while nobody has decided
 * @param decidedByName null where the process decided
 */
public record ReviewItem(
        long id,
        long assignmentId,
        long accountId,
        String accountName,
        String displayName,
        Role role,
        String organizationId,
        Instant grantedAt,
        @Nullable Instant endsAt,
        boolean delegated,
        @Nullable ReviewOutcome outcome,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName) {

    /** Its last day; null where it holds until withdrawn. */
    public @Nullable LocalDate lastDay() {
        return LastDay.of(endsAt);
    }
}
