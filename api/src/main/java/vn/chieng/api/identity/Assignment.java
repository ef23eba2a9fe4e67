package vn.chieng.api.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/**
 * A role that a person holds in an organisation.
 *
 * @param endsAt the first instant it no longer holds; null: until withdrawn
 * @param delegatedFrom the assignment it was lent from; null where it is held in one's own right
 * @param duties what was delegated, in words
 * @param delegatedOrganizationIds what a delegation is narrowed to; null: nothing
 */
public record Assignment(
        long id,
        long accountId,
        Role role,
        String organizationId,
        Instant grantedAt,
        @Nullable Instant endsAt,
        @Nullable Long delegatedFrom,
        @Nullable String duties,
        @Nullable Set<String> delegatedOrganizationIds,
        @Nullable Instant reviewedAt) {

    public Assignment {
        delegatedOrganizationIds = delegatedOrganizationIds == null ? null : Set.copyOf(delegatedOrganizationIds);
    }

    /** An assignment that is to be made. */
    public record Draft(
            long accountId,
            Role role,
            String organizationId,
            @Nullable Long grantedBy,
            @Nullable Instant endsAt) {}
}
