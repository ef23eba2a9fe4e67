package vn.chieng.api.identity.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.AssignmentStore;
import vn.chieng.api.identity.GrantOutcome;
import vn.chieng.api.identity.GrantRules;
import vn.chieng.api.identity.IdentityAction;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.Refusal;
import vn.chieng.api.identity.RoleGrants;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Opens access reviews and decides their items; the last decision finishes a review for good. */
@Component
final class AccessReviews {
    static final String OBJECT = "access-review";

    private final ReviewStore store;
    private final AssignmentStore assignments;
    private final RoleGrants grants;
    private final GrantRules rules;
    private final OrganizationDirectory organizations;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccessReviews(
            ReviewStore store,
            AssignmentStore assignments,
            RoleGrants grants,
            GrantRules rules,
            OrganizationDirectory organizations,
            IdentitySettings settings,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.assignments = assignments;
        this.grants = grants;
        this.rules = rules;
        this.organizations = organizations;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens a review over all that the caller reaches; empty where one is open there already. */
    Optional<Long> open(SignedIn by) {
        String organization = by.organizationId();
        String over = by.scope() instanceof Scope.Everything || organization == null
                ? organizations.root().id()
                : organization;
        if (!by.scope().covers(over)) {
            return Optional.empty();
        }
        return transactions.execute(_ -> opened(over, by));
    }

    /** To be called within a transaction. */
    Optional<Long> opened(String organizationId, @Nullable SignedIn by) {
        Instant now = clock.instant();
        Instant dueAt = now.plus(settings.reviewDueAfter());
        Optional<Long> opened = store.open(organizationId, organizations.subtree(organizationId), by, now, dueAt);
        opened.ifPresent(id -> audit.record(
                by,
                record(IdentityAction.REVIEW_OPENED, id, organizationId)
                        .changed(Map.of(), Map.of("dueAt", dueAt.toString()))));
        return opened;
    }

    /**
     * Confirms or withdraws one assignment.
     *
     * @return empty where it was done
     */
    Optional<Refusal> decide(long reviewId, long itemId, boolean confirmed, @Nullable String reason, SignedIn by) {
        return transactions.execute(_ -> {
            Optional<ReviewItem> found = store.lock(reviewId, itemId, by.scope());
            return found.isEmpty()
                    ? Optional.of(Refusal.DECIDED)
                    : decided(reviewId, found.get(), confirmed, reason, by);
        });
    }

    private Optional<Refusal> decided(
            long reviewId, ReviewItem item, boolean confirmed, @Nullable String reason, SignedIn by) {
        Instant now = clock.instant();
        Optional<Assignment> held = assignments.lock(item.assignmentId(), now);
        if (item.outcome() != null || held.isEmpty()) {
            store.markGone(reviewId, now);
            finishIfComplete(reviewId, now, by);
            return Optional.of(Refusal.DECIDED);
        }
        Optional<Refusal> refusal = rules.reaching(by, item.accountId(), item.role(), item.organizationId());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (confirmed) {
            assignments.reviewed(item.assignmentId(), now);
        } else if (grants.end(held.get(), reason, by, now) instanceof GrantOutcome.Refused(Refusal why)) {
            return Optional.of(why);
        }
        write(reviewId, item, confirmed ? ReviewOutcome.CONFIRMED : ReviewOutcome.WITHDRAWN, reason, by, now);
        finishIfComplete(reviewId, now, by);
        return Optional.empty();
    }

    private void write(
            long reviewId,
            ReviewItem item,
            ReviewOutcome outcome,
            @Nullable String reason,
            @Nullable SignedIn by,
            Instant now) {
        store.decide(item.id(), outcome, reason, by, now);
        audit.record(
                by,
                record(IdentityAction.REVIEW_DECIDED, reviewId, item.organizationId())
                        .changed(
                                Map.of(),
                                Map.of(
                                        "person", item.accountName(),
                                        "role", item.role().name(),
                                        "organization", item.organizationId(),
                                        "outcome", outcome.name()))
                        .because(reason));
    }

    private void finishIfComplete(long reviewId, Instant now, @Nullable SignedIn by) {
        if (store.finishIfComplete(reviewId, now)) {
            Review review = store.find(reviewId, new Scope.Everything()).orElseThrow();
            audit.record(by, record(IdentityAction.REVIEW_FINISHED, reviewId, review.organizationId()));
        }
    }

    /** Settles what time has settled: what has ended is marked, and where the setting says so, what is overdue is withdrawn. Within a transaction. */
    void settle(Review review, String overdueReason) {
        Instant now = clock.instant();
        store.markGone(review.id(), now);
        if (settings.reviewWithdraws() && review.state(now) == Review.State.OVERDUE) {
            List<ReviewItem> open =
                    store.items(review.id(), ReviewStore.Which.OPEN, new Scope.Everything(), 0, Integer.MAX_VALUE);
            for (ReviewItem item : open) {
                Optional<Assignment> held = assignments.lock(item.assignmentId(), now);
                if (held.isPresent() && grants.end(held.get(), overdueReason, null, now) instanceof GrantOutcome.Done) {
                    write(review.id(), item, ReviewOutcome.WITHDRAWN, overdueReason, null, now);
                }
            }
            store.markGone(review.id(), now);
        }
        finishIfComplete(review.id(), now, null);
    }

    static AuditRecord record(IdentityAction action, long reviewId, String organizationId) {
        return AuditRecord.of(action, OBJECT, Long.toString(reviewId), null, Set.of(organizationId));
    }
}
