package vn.chieng.api.identity.reviews;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** Keeps access reviews. */
public interface ReviewStore {

    /** Which items are asked for. */
    enum Which {
        OPEN,
        DECIDED,
        ALL
    }

    /** Opens a review over these organisations with every assignment that holds now; empty where one is open there. */
    Optional<Long> open(String organizationId, Set<String> subtree, @Nullable SignedIn by, Instant now, Instant dueAt);

    /** The reviews that concern the scope, the latest first. */
    List<Review> list(Scope scope, int limit);

    /** One of them. */
    Optional<Review> find(long id, Scope scope);

    /** A page of its items in scope, by given name. */
    List<ReviewItem> items(long id, Which which, Scope scope, int offset, int limit);

    /** How many there are. */
    long count(long id, Which which, Scope scope);

    /** One item in scope. */
    Optional<ReviewItem> find(long reviewId, long itemId, Scope scope);

    /** One item in scope, locked with its review until the transaction ends. */
    Optional<ReviewItem> lock(long reviewId, long itemId, Scope scope);

    /** Writes the decision; {@code by} is null where the process decides. */
    void decide(long itemId, ReviewOutcome outcome, @Nullable String reason, @Nullable SignedIn by, Instant now);

    /** Marks what nobody decided before it ended by other means; answers how many. */
    int markGone(long reviewId, Instant now);

    /** Finishes the review where nothing is left to decide; from then on it cannot be changed. */
    boolean finishIfComplete(long reviewId, Instant now);

    /** The reviews that are open, whichever organisation they are over. */
    List<Review> unfinished();

    /** When the last review over this organisation was opened; where there was none, when its oldest assignment was made. */
    Optional<Instant> lastOpened(String organizationId);
}
