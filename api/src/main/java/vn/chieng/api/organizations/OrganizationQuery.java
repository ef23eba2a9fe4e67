package vn.chieng.api.organizations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.Query;

/**
 * Which organisations a list shows.
 *
 * @param asked what was typed into the search box; words stand in a name or a code
 * @param parentId only those directly below
 * @param today what exists is judged by this day
 * @param now whether contacts are overdue is judged by this instant
 */
public record OrganizationQuery(
        Query asked,
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
