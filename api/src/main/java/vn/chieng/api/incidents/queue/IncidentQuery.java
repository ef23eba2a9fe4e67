package vn.chieng.api.incidents.queue;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.query.Query;

/**
 * What to list.
 *
 * @param states empty: every state
 * @param severities empty: every severity
 * @param organizationIds null: every one within the scope
 * @param asked what was typed into the search box
 * @param since seen at this time or later
 * @param until seen before this time
 * @param me the account that {@code assignee:me} stands for
 * @param after where the page before ended
 */
public record IncidentQuery(
        Set<IncidentState> states,
        Set<Severity> severities,
        @Nullable Set<String> organizationIds,
        Query asked,
        @Nullable Instant since,
        @Nullable Instant until,
        long me,
        Sort sort,
        int limit,
        @Nullable Cursor after) {

    /** Most rows of one page. */
    public static final int MAX_LIMIT = 200;

    public IncidentQuery {
        states = Set.copyOf(states);
        severities = Set.copyOf(severities);
        organizationIds = organizationIds == null ? null : Set.copyOf(organizationIds);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit");
        }
    }

    /** Whether nothing is asked but that they are open. */
    public boolean isEveryOpenOne() {
        return states.equals(IncidentState.OPEN)
                && severities.isEmpty()
                && organizationIds == null
                && asked.equals(Query.EVERYTHING)
                && since == null
                && until == null;
    }

    /** The same without what only an order or a page adds: what two lists show alike. */
    public IncidentQuery whole() {
        return new IncidentQuery(
                states, severities, organizationIds, asked, since, until, me, Sort.LAST_SEEN, MAX_LIMIT, null);
    }

    /** The page behind this place. */
    public IncidentQuery after(Cursor cursor) {
        return new IncidentQuery(states, severities, organizationIds, asked, since, until, me, sort, limit, cursor);
    }

    /** The orders a list can have; ties are broken by id. */
    public enum Sort {
        /** Latest detection first. */
        LAST_SEEN,
        /** Worst first, then latest. */
        SEVERITY
    }
}
