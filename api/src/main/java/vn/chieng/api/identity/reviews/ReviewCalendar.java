package vn.chieng.api.identity.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.JobLock;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Opens the review of the whole province when its day has come, and settles open ones every night. */
@Component
final class ReviewCalendar {
    /** Stands as the reason where nobody decided in time; pages say it in words. */
    static final String OVERDUE = "overdue";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewCalendar.class);

    private final AccessReviews reviews;
    private final ReviewStore store;
    private final OrganizationDirectory organizations;
    private final JobLock lock;
    private final IdentitySettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReviewCalendar(
            AccessReviews reviews,
            ReviewStore store,
            OrganizationDirectory organizations,
            JobLock lock,
            IdentitySettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.organizations = organizations;
        this.lock = lock;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Settles, then opens; does nothing where another instance is at it. */
    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void turn() {
        transactions.executeWithoutResult(_ -> {
            if (lock.mine("access-reviews")) {
                store.unfinished().forEach(review -> reviews.settle(review, OVERDUE));
                openWhenDue();
            }
        });
    }

    private void openWhenDue() {
        String root = organizations.root().id();
        LocalDate today = LastDay.today(clock.instant());
        Optional<LocalDate> due =
                store.lastOpened(root).map(last -> LastDay.today(last).plus(settings.reviewEvery()));
        if (due.isEmpty() || due.get().isAfter(today)) {
            return;
        }
        reviews.opened(root, null)
                .ifPresent(id ->
                        LOG.atInfo().addKeyValue("chieng.access_review.id", id).log("opened the access review"));
    }
}
