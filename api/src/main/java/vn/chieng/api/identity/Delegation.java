package vn.chieng.api.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role lent to another person.
 *
 * @param authorization number and date of the paper that the owner signed
 * @param holds whether it holds now: begun, not ended, not withdrawn, and what it was lent from still held
 */
public record Delegation(
        Assignment assignment,
        String receiverName,
        String receiverDisplayName,
        @Nullable String authorization,
        @Nullable Instant withdrawnAt,
        boolean holds) {

    /** Its last day. */
    public @Nullable LocalDate lastDay() {
        return LastDay.of(assignment.endsAt());
    }

    /** A delegation that is to be made. */
    public record Draft(
            long receiverId, Set<String> organizationIds, String duties, String authorization, Instant endsAt) {
        public Draft {
            organizationIds = Set.copyOf(organizationIds);
        }
    }
}
