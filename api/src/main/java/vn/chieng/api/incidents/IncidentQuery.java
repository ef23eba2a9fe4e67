package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param states empty: every state
 * @param severities empty: every severity
 * @param organizationIds null: every one within the scope
 * @param text words that number, title or entity must hold; accents count only where typed
 * @param since seen at this time or later
 * @param after where the page before ended
 */
public record IncidentQuery(
        Set<IncidentState> states,
        Set<Severity> severities,
        @Nullable Set<String> organizationIds,
        @Nullable String text,
        @Nullable Instant since,
        Sort sort,
        int limit,
        @Nullable Cursor after) {

    /** Most rows of one page. */
    public static final int MAX_LIMIT = 200;

    /** Longest search text. */
    public static final int MAX_TEXT = 200;

    public IncidentQuery {
        states = Set.copyOf(states);
        severities = Set.copyOf(severities);
        organizationIds = organizationIds == null ? null : Set.copyOf(organizationIds);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit");
        }
        if (text != null && text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("q");
        }
    }

    /** Whether nothing is asked but that they are open. */
    public boolean isEveryOpenOne() {
        return states.equals(IncidentState.OPEN)
                && severities.isEmpty()
                && organizationIds == null
                && text == null
                && since == null;
    }

    /** The orders a list can have; ties are broken by id. */
    public enum Sort {
        /** Latest detection first. */
        LAST_SEEN,
        /** Worst first, then latest. */
        SEVERITY
    }
}
