package vn.chieng.api.identity.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.identity.Folk.ROOT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.AssignmentStore;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.GrantRules;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.JobLock;
import vn.chieng.api.identity.RoleGrants;
import vn.chieng.api.identity.Visitor;
import vn.chieng.api.organizations.OrganizationDirectory;

class ReviewCalendarIT extends ApiServers {
    private static final String WARD = "org-21601";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private AssignmentStore assignments;

    @Autowired
    private ActingRights rights;

    @Autowired
    private ReviewStore store;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private GrantRules rules;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private JobLock lock;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private Folk folk;

    @BeforeEach
    void nothingOpen() {
        folk = new Folk(accounts, rights, Clock.systemUTC());
        finishAll();
    }

    /** Leaves no review that is open, nor one of the far days in which these tests live. */
    @AfterEach
    void finishAll() {
        jdbc.sql("update access_review_items set outcome = 'GONE', decided_at = now() where outcome is null")
                .update();
        jdbc.sql("update access_reviews set finished_at = now() where finished_at is null")
                .update();
        jdbc.sql("update access_reviews set opened_at = now() - interval '1 day' where opened_at > now()")
                .update();
    }

    @Test
    void whatNobodyDecidedInTimeIsOverdueAndIsWithdrawnOnlyWhereTheSettingSaysSo() {
        Account account = folk.person(AccountKind.BUSINESS, WARD);
        Assignment forgotten = folk.role(account, Role.OWNER, WARD);
        Instant now = Clock.systemUTC().instant();
        long id = open(WARD, now);
        Review open = store.find(id, new Scope.Everything()).orElseThrow();
        Instant due = open.dueAt();
        assertThat(open.state(due.minusSeconds(1))).isEqualTo(Review.State.OPEN);
        assertThat(open.state(due)).isEqualTo(Review.State.OVERDUE);
        settle(open, due, false);
        settle(open, due.minusSeconds(1), true);
        assertThat(rights.choices(account.id())).containsExactly(forgotten);
        settle(open, due, true);
        assertThat(rights.choices(account.id())).isEmpty();
        assertThat(store.find(id, new Scope.Everything()).orElseThrow().finishedAt())
                .isEqualTo(due);
        assertThat(new Visitor(mvc).get("/admin/reviews/" + id + "?which=DECIDED", folk.acting(Role.AUDITOR, ROOT)))
                .bodyText()
                .contains("quá hạn rà soát");
    }

    @Test
    void theNextReviewOpensWhenSixMonthsAreOverAndNotBefore() {
        open(ROOT, Instant.parse("2090-03-15T03:00:00Z"));
        jdbc.sql("update access_review_items set outcome = 'GONE', decided_at = now() where outcome is null")
                .update();
        jdbc.sql("update access_reviews set finished_at = now() where finished_at is null")
                .update();
        calendar(Instant.parse("2090-09-14T16:59:59Z")).turn();
        assertThat(store.unfinished()).isEmpty();
        calendar(Instant.parse("2090-09-14T17:00:00Z")).turn(); // the 15th in Vietnam
        assertThat(store.unfinished())
                .singleElement()
                .matches(each -> each.organizationId().equals(ROOT) && each.openedByName() == null);
        calendar(Instant.parse("2090-09-15T17:00:00Z")).turn();
        assertThat(store.unfinished()).hasSize(1);
    }

    private long open(String organization, Instant now) {
        return transactions
                .execute(_ -> reviews(now, false).opened(organization, null))
                .orElseThrow();
    }

    private void settle(Review review, Instant now, boolean withdraws) {
        transactions.executeWithoutResult(_ -> reviews(now, withdraws).settle(review, ReviewCalendar.OVERDUE));
    }

    private AccessReviews reviews(Instant now, boolean withdraws) {
        return new AccessReviews(
                store, assignments, grants, rules, organizations, settings(withdraws), audit, transactions, at(now));
    }

    private ReviewCalendar calendar(Instant now) {
        return new ReviewCalendar(
                reviews(now, false), store, organizations, lock, settings(false), transactions, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static IdentitySettings settings(boolean withdraws) {
        return new IdentitySettings(
                false,
                Duration.ofDays(45),
                Duration.ofDays(7),
                Duration.ofDays(365),
                Period.ofMonths(6),
                Duration.ofDays(30),
                withdraws);
    }
}
