package vn.chieng.api.identity.reviews;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review of who has access, counted as far as its reader's scope reaches.
 *
 * @param organizationId the body it was opened over, with all below
 * @param openedByName who opened it; null where the process did
 * @param items assignments in it
 * @param decided how many of them are decided
 */
public record Review(
        long id,
        String organizationId,
        Instant openedAt,
        @Nullable String openedByName,
        Instant dueAt,
        @Nullable Instant finishedAt,
        long items,
        long decided) {

    /** Where a review stands. */
    public enum State {
        OPEN,
        OVERDUE,
        FINISHED
    }

    /** Where it stands at this time. */
    public State state(Instant now) {
        if (finishedAt != null) {
            return State.FINISHED;
        }
        return now.isBefore(dueAt) ? State.OPEN : State.OVERDUE;
    }

    /** The share that is decided, between 0 and 1. */
    public double progress() {
        return items == 0 ? 1 : (double) decided / items;
    }
}
