package vn.chieng.api.identity.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.chieng.api.identity.Folk.OTHER;
import static vn.chieng.api.identity.Folk.OWN;
import static vn.chieng.api.identity.Folk.ROOT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.RoleGrants;

class AccessReviewsIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private ActingRights rights;

    @Autowired
    private ReviewStore store;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private JdbcClient jdbc;

    private Folk folk;
    private SignedIn reviewer;
    private String ward;

    @BeforeEach
    void aWardOfItsOwn() {
        folk = new Folk(accounts, rights, Clock.systemUTC());
        // a ward that no other test reviews, and no role in it that another test left
        ward = "org-" + 21592;
        jdbc.sql("update access_review_items set outcome = 'GONE', decided_at = now() where outcome is null")
                .update();
        jdbc.sql("update access_reviews set finished_at = now() where finished_at is null")
                .update();
        jdbc.sql("update role_assignments set withdrawn_at = now() where organization_id = ? and withdrawn_at is null")
                .param(ward)
                .update();
        reviewer = folk.acting(Role.ADMINISTRATOR, ward);
    }

    @Test
    void aReviewListsEveryRoleInScopeAndIsFrozenByItsLastDecision() {
        Assignment stays = hold("Lê Thị An", Role.OWNER);
        Assignment goes = hold("Trần Văn Bình", Role.OPERATOR);
        Assignment ended = hold("Phạm Cúc", Role.CONTACT);
        long review = open();
        assertThat(open(reviewer)).hasStatus(409);
        List<ReviewItem> items = items(review);
        assertThat(items)
                .extracting(ReviewItem::assignmentId)
                .containsExactlyInAnyOrder(stays.id(), goes.id(), ended.id(), reviewer.assignmentId());
        assertThat(decide(review, "WITHDRAW", "", item(items, goes))).hasStatus(422);
        assertThat(decide(review, "CONFIRM", "")).hasStatus(422);
        assertThat(decide(review, "CONFIRM", "", item(items, stays), item(items, reviewer.assignmentId())))
                .hasRedirectedUrl("/admin/reviews/" + review);
        assertThat(decide(review, "WITHDRAW", "không còn cần", item(items, goes)))
                .hasRedirectedUrl("/admin/reviews/" + review);
        SignedIn root = folk.acting(Role.ADMINISTRATOR, ROOT);
        grants.withdraw(ended.id(), "nghỉ", root);
        assertThat(store.find(review, reviewer.scope()).orElseThrow().decided()).isEqualTo(2);
        assertThat(decideAs(root, review, "CONFIRM", "", item(items, ended)))
                .hasRedirectedUrl("/admin/reviews/" + review);
        assertThat(decideAs(root, review, "CONFIRM", "", item(items, reviewer.assignmentId())))
                .hasRedirectedUrl("/admin/reviews/" + review);
        Review finished = store.find(review, reviewer.scope()).orElseThrow();
        assertThat(finished.finishedAt()).isNotNull();
        assertThat(items(review))
                .extracting(ReviewItem::outcome)
                .containsExactlyInAnyOrder(
                        ReviewOutcome.CONFIRMED, ReviewOutcome.WITHDRAWN, ReviewOutcome.GONE, ReviewOutcome.CONFIRMED);
        assertThat(rights.choices(goes.accountId())).isEmpty();
        assertThat(rights.choices(stays.accountId()).getFirst().reviewedAt()).isNotNull();
        assertThatThrownBy(() -> jdbc.sql("update access_review_items set outcome = 'CONFIRMED' where review_id = ?")
                        .param(review)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("finished");
        assertThat(export(review, reviewer)).contains("Trần Văn Bình", "không còn cần", "Thu hồi", "Giữ lại");
    }

    @Test
    void nobodyReviewsOnesOwnRolesAndTheAnswerSaysSoItemByItem() {
        Assignment other = hold("Lê Thị An", Role.OWNER);
        long review = open();
        List<ReviewItem> items = items(review);
        MvcTestResult answer = decide(review, "CONFIRM", "", item(items, reviewer.assignmentId()), item(items, other));
        assertThat(answer.getMvcResult().getFlashMap().get("outcomes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting("why")
                .containsExactly("own-account", null);
        assertThat(items(review).stream()
                        .filter(each -> each.assignmentId() == reviewer.assignmentId())
                        .findFirst()
                        .orElseThrow()
                        .outcome())
                .isNull();
    }

    @Test
    void aForeignReviewLooksLikeNone() {
        long review = open();
        SignedIn foreign = folk.acting(Role.ADMINISTRATOR, OTHER);
        assertThat(get("/admin/reviews/" + review, foreign)).hasStatus(404);
        assertThat(get("/admin/reviews/" + review + "/export", foreign)).hasStatus(404);
        assertThat(decideAs(
                        foreign, review, "CONFIRM", "", items(review).getFirst().id()))
                .hasStatus(404);
        assertThat(get("/admin/reviews", foreign)).bodyText().doesNotContain("/admin/reviews/" + review + "\"");
        assertThat(get("/admin/reviews", reviewer)).bodyText().contains("/admin/reviews/" + review + "\"");
        assertThat(get("/admin/reviews/" + review, folk.acting(Role.OWNER, ward)))
                .hasStatus(403);
    }

    @Test
    void aPartsReviewerSeesAndDecidesOnlyItsPartOfTheWholeReview() {
        hold("Lê Thị An", Role.OWNER);
        Assignment elsewhere = folk.role(folk.person(AccountKind.BUSINESS, OWN), Role.OWNER, OWN);
        SignedIn auditor = folk.acting(Role.AUDITOR, ROOT);
        MvcTestResult opened = open(auditor);
        long review = id(opened);
        assertThat(store.items(review, ReviewStore.Which.ALL, reviewer.scope(), 0, 100))
                .extracting(ReviewItem::organizationId)
                .containsOnly(ward);
        long foreign = store.items(review, ReviewStore.Which.ALL, new Scope.Everything(), 0, 100_000).stream()
                .filter(each -> each.assignmentId() == elsewhere.id())
                .findFirst()
                .orElseThrow()
                .id();
        MvcTestResult answer = decide(review, "WITHDRAW", "vì", foreign);
        assertThat(answer.getMvcResult().getFlashMap().get("outcomes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(rights.choices(elsewhere.accountId())).hasSize(1);
        assertThat(export(review, reviewer)).contains("Lê Thị An").doesNotContain(ROOT);
        // the auditor, who sees all, may withdraw it
        decideAs(auditor, review, "WITHDRAW", "không còn cần", foreign);
        assertThat(rights.choices(elsewhere.accountId())).isEmpty();
    }

    private Assignment hold(String displayName, Role role) {
        Account account = folk.person(
                AccountKind.BUSINESS, ward, displayName, Clock.systemUTC().instant());
        return folk.role(account, role, ward);
    }

    private long open() {
        return id(open(reviewer));
    }

    private static long id(MvcTestResult opened) {
        assertThat(opened).hasStatus(303);
        String location = String.valueOf(opened.getResponse().getRedirectedUrl());
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private MvcTestResult open(SignedIn by) {
        return mvc.post()
                .uri("/admin/reviews")
                .secure(true)
                .with(Folk.as(by))
                .with(csrf())
                .exchange();
    }

    private List<ReviewItem> items(long review) {
        return store.items(review, ReviewStore.Which.ALL, reviewer.scope(), 0, 100);
    }

    private static long item(List<ReviewItem> items, Assignment assignment) {
        return item(items, assignment.id());
    }

    private static long item(List<ReviewItem> items, long assignment) {
        return items.stream()
                .filter(each -> each.assignmentId() == assignment)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult decide(long review, String decision, String reason, long... items) {
        return decideAs(reviewer, review, decision, reason, items);
    }

    private MvcTestResult decideAs(SignedIn by, long review, String decision, String reason, long... items) {
        var request = mvc.post()
                .uri("/admin/reviews/" + review + "/decisions")
                .secure(true)
                .with(Folk.as(by))
                .with(csrf())
                .param("decision", decision)
                .param("reason", reason);
        for (long item : items) {
            request.param("item", Long.toString(item));
        }
        return request.exchange();
    }

    private MvcTestResult get(String path, SignedIn by) {
        return mvc.get().uri(path).secure(true).with(Folk.as(by)).exchange();
    }

    private String export(long review, SignedIn by) {
        MvcTestResult result = get("/admin/reviews/" + review + "/export", by);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
