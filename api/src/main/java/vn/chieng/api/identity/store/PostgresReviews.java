package vn.chieng.api.identity.store;

import static vn.chieng.api.identity.store.Rows.ACTIVE;
import static vn.chieng.api.identity.store.Rows.ORIGIN_ACTIVE;
import static vn.chieng.api.identity.store.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.reviews.Review;
import vn.chieng.api.identity.reviews.ReviewItem;
import vn.chieng.api.identity.reviews.ReviewOutcome;
import vn.chieng.api.identity.reviews.ReviewStore;

@Component
final class PostgresReviews implements ReviewStore {
    private final JdbcClient jdbc;

    PostgresReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> open(
            String organizationId, Set<String> subtree, @Nullable SignedIn by, Instant now, Instant dueAt) {
        Optional<Long> id = jdbc.sql("""
                        insert into access_reviews (organization_id, opened_at, opened_by, opened_by_name, due_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (organization_id) where finished_at is null do nothing returning id""")
                .param(organizationId)
                .param(at(now))
                .param(by == null || by.accountId() == 0 ? null : by.accountId())
                .param(by == null ? null : by.displayName())
                .param(at(dueAt))
                .query(Long.class)
                .optional();
        id.ifPresent(review -> jdbc.sql("""
                        insert into access_review_items (review_id, assignment_id, account_id, account_name, display_name,
                            sort_key, role, organization_id, granted_at, ends_at, delegated)
                        select :review, r.id, a.id, a.name, a.display_name, a.sort_key, r.role, r.organization_id,
                            r.granted_at, r.ends_at, r.delegated_from is not null
                        from role_assignments r join accounts a on a.id = r.account_id
                        where r.organization_id = any (:subtree) and\s""" + ACTIVE + " and " + ORIGIN_ACTIVE)
                .param("review", review)
                .param("subtree", subtree.toArray(String[]::new))
                .param("now", at(now))
                .update());
        return id;
    }

    private static String counted(Scope scope) {
        return "select v.*, (select count(*) from access_review_items i where i.review_id = v.id and "
                + scope.contains("i.organization_id")
                + ") items, (select count(*) from access_review_items i where i.review_id = v.id"
                + " and i.outcome is not null and " + scope.contains("i.organization_id")
                + ") decided from access_reviews v where (" + scope.contains("v.organization_id")
                + " or exists (select from access_review_items i where i.review_id = v.id and "
                + scope.contains("i.organization_id") + "))";
    }

    @Override
    public List<Review> list(Scope scope, int limit) {
        return jdbc.sql(counted(scope) + " order by v.opened_at desc, v.id desc limit :limit")
                .param("scope", scope.parameter())
                .param("limit", limit)
                .query((row, _) -> review(row))
                .list();
    }

    @Override
    public Optional<Review> find(long id, Scope scope) {
        return jdbc.sql(counted(scope) + " and v.id = :id")
                .param("scope", scope.parameter())
                .param("id", id)
                .query((row, _) -> review(row))
                .optional();
    }

    private static String which(Which which) {
        return switch (which) {
            case OPEN -> " and i.outcome is null";
            case DECIDED -> " and i.outcome is not null";
            case ALL -> "";
        };
    }

    @Override
    public List<ReviewItem> items(long id, Which which, Scope scope, int offset, int limit) {
        return jdbc.sql("select i.* from access_review_items i where i.review_id = :id and "
                        + scope.contains("i.organization_id") + which(which)
                        + " order by i.sort_key, i.account_id, i.id limit :limit offset :offset")
                .param("id", id)
                .param("scope", scope.parameter())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> item(row))
                .list();
    }

    @Override
    public long count(long id, Which which, Scope scope) {
        return jdbc.sql("select count(*) from access_review_items i where i.review_id = :id and "
                        + scope.contains("i.organization_id") + which(which))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ReviewItem> find(long reviewId, long itemId, Scope scope) {
        return item(reviewId, itemId, scope, "");
    }

    @Override
    public Optional<ReviewItem> lock(long reviewId, long itemId, Scope scope) {
        // the review's row first, so that two last decisions cannot both miss that they are the last
        jdbc.sql("select id from access_reviews where id = ? for update")
                .param(reviewId)
                .query(Long.class)
                .optional();
        return item(reviewId, itemId, scope, " for update");
    }

    private Optional<ReviewItem> item(long reviewId, long itemId, Scope scope, String locked) {
        return jdbc.sql("select i.* from access_review_items i where i.review_id = :review and i.id = :id and "
                        + scope.contains("i.organization_id") + locked)
                .param("review", reviewId)
                .param("id", itemId)
                .param("scope", scope.parameter())
                .query((row, _) -> item(row))
                .optional();
    }

    @Override
    public void decide(
            long itemId, ReviewOutcome outcome, @Nullable String reason, @Nullable SignedIn by, Instant now) {
        jdbc.sql("""
                        update access_review_items set outcome = ?, reason = ?, decided_at = ?, decided_by = ?,
                            decided_by_name = ? where id = ?""")
                .param(outcome.name())
                .param(reason)
                .param(at(now))
                .param(by == null || by.accountId() == 0 ? null : by.accountId())
                .param(by == null ? null : by.displayName())
                .param(itemId)
                .update();
    }

    @Override
    public int markGone(long reviewId, Instant now) {
        return jdbc.sql("""
                        update access_review_items i set outcome = 'GONE', decided_at = :now
                        where i.review_id = :review and i.outcome is null and not exists (
                            select from role_assignments r where r.id = i.assignment_id and\s""" + ACTIVE + " and " + ORIGIN_ACTIVE + ")")
                .param("review", reviewId)
                .param("now", at(now))
                .update();
    }

    @Override
    public boolean finishIfComplete(long reviewId, Instant now) {
        return jdbc.sql("""
                        update access_reviews v set finished_at = :now where v.id = :id and v.finished_at is null
                            and not exists (select from access_review_items i where i.review_id = v.id
                                and i.outcome is null)""").param("id", reviewId).param("now", at(now)).update() > 0;
    }

    @Override
    public List<Review> unfinished() {
        Scope everything = new Scope.Everything();
        return jdbc.sql(counted(everything) + " and v.finished_at is null order by v.id")
                .param("scope", everything.parameter())
                .query((row, _) -> review(row))
                .list();
    }

    @Override
    public Optional<Instant> lastOpened(String organizationId) {
        return jdbc.sql("""
                        select coalesce((select max(opened_at) from access_reviews where organization_id = ?),
                            (select min(granted_at) from role_assignments)) at""")
                .param(organizationId)
                .query((row, _) -> Optional.ofNullable(Rows.instant(row, "at")))
                .single();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getString("organization_id"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                row.getTimestamp("due_at").toInstant(),
                Rows.instant(row, "finished_at"),
                row.getLong("items"),
                row.getLong("decided"));
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ReviewItem(
                row.getLong("id"),
                row.getLong("assignment_id"),
                row.getLong("account_id"),
                row.getString("account_name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                row.getTimestamp("granted_at").toInstant(),
                Rows.instant(row, "ends_at"),
                row.getBoolean("delegated"),
                outcome == null ? null : ReviewOutcome.valueOf(outcome),
                row.getString("reason"),
                Rows.instant(row, "decided_at"),
                row.getString("decided_by_name"));
    }
}
