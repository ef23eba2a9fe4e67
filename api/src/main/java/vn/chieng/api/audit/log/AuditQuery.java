package vn.chieng.api.audit.log;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null or empty does not narrow.
 *
 * @param from first day, in Vietnam's time
 * @param to last day
 * @param person sign-in name, as a whole
 * @param text words in the actor's or object's name, or in the reason
 * @param after only entries before this number: the place where the page before ended
 */
public record AuditQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String person,
        @Nullable String role,
        @Nullable String action,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String organizationId,
        @Nullable String address,
        @Nullable String text,
        int limit,
        @Nullable Long after) {
    /** Entries on one page at most. */
    public static final int MAX_LIMIT = 500;

    public AuditQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to");
        }
    }

    /** The same from another place on. */
    public AuditQuery behind(@Nullable Long number, int limit) {
        return new AuditQuery(
                from, to, person, role, action, objectType, objectId, organizationId, address, text, limit, number);
    }
}
