package vn.chieng.api.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.Held;
import vn.chieng.api.identity.JobLock;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.reviews.Review;
import vn.chieng.api.identity.reviews.ReviewStore;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Tells every morning whose roles end soon, lent ones to both sides, and which reviews of access wait. */
@Component
final class AccessNotices {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration REVIEW_AHEAD = Duration.ofDays(7);

    private final Notices notices;
    private final PeopleStore people;
    private final ReviewStore reviews;
    private final OrganizationDirectory organizations;
    private final JobLock lock;
    private final MessageSource messages;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccessNotices(
            Notices notices,
            PeopleStore people,
            ReviewStore reviews,
            OrganizationDirectory organizations,
            JobLock lock,
            MessageSource messages,
            TransactionOperations transactions,
            Clock clock) {
        this.notices = notices;
        this.people = people;
        this.reviews = reviews;
        this.organizations = organizations;
        this.lock = lock;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 5 7 * * *", zone = "Asia/Ho_Chi_Minh")
    void tell() {
        transactions.executeWithoutResult(_ -> {
            if (lock.mine("access-notices")) {
                Instant now = clock.instant();
                List<Held> held = people.held(new Scope.Everything(), now);
                held.stream().filter(each -> endsSoon(each.assignment(), now)).forEach(each -> tellEnding(each, held));
                reviews.unfinished().stream()
                        .filter(review -> review.dueAt().minus(REVIEW_AHEAD).isBefore(now))
                        .forEach(review -> tellReview(review, now));
            }
        });
    }

    private static boolean endsSoon(Assignment held, Instant now) {
        Instant endsAt = held.endsAt();
        return endsAt != null && endsAt.minus(AHEAD).isBefore(now);
    }

    private void tellEnding(Held ending, List<Held> all) {
        Assignment assignment = ending.assignment();
        Set<Long> told = new TreeSet<>(Set.of(assignment.accountId()));
        all.stream()
                .map(Held::assignment)
                .filter(each -> Long.valueOf(each.id()).equals(assignment.delegatedFrom()))
                .forEach(each -> told.add(each.accountId()));
        notices.send(new Notice(
                NoticeKind.ACCESS_ENDING,
                "access-ending-" + assignment.id() + "-" + ending.lastDay(),
                NoticeText.each(locale -> endingWords(ending, locale)),
                null,
                "/notifications",
                Set.of(),
                told,
                false,
                null));
    }

    private String endingWords(Held ending, Locale locale) {
        return messages.getMessage(
                "notifications.access.ending",
                new Object[] {
                    messages.getMessage(
                            "console.role." + ending.assignment().role().name(), null, locale),
                    organizations.name(ending.assignment().organizationId(), locale),
                    ending.displayName(),
                    day(ending.lastDay())
                },
                locale);
    }

    /** Once a week ahead, and once more when its day has passed. */
    private void tellReview(Review review, Instant now) {
        notices.send(Notice.toRoles(
                NoticeKind.REVIEW_DUE,
                "review-" + review.id() + "-" + review.state(now),
                NoticeText.each(locale -> messages.getMessage(
                        "notifications.review." + review.state(now).name(),
                        new Object[] {
                            organizations.name(review.organizationId(), locale),
                            day(LastDay.of(review.dueAt())),
                            review.items() - review.decided()
                        },
                        locale)),
                "/admin/reviews/" + review.id(),
                Set.of(review.organizationId())));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }
}
