package vn.chieng.api.organizations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows.
 *
 * @param text part of a name, or of a code
 * @param parentId only those directly below
 * @param today what exists is judged by this day
 * @param now whether contacts are overdue is judged by this instant
 */
public record OrganizationQuery(
        @Nullable String text,
        @Nullable OrganizationKind kind,
        @Nullable String parentId,
        Presence presence,
        Contacts contacts,
        LocalDate today,
        Instant now) {

    /** Whether it still exists. */
    public enum Presence {
        EXISTING,
        ENDED,
        ALL
    }

    /** What its contacts lack. */
    public enum Contacts {
        ANY,
        OVERDUE,
        MISSING
    }
}
