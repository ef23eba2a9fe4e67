package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;
import vn.chieng.api.notifications.webhooks.HookSignature;

/** Ways to people: bell, digest, webhook, and the rules that choose them. */
class NotificationsIT extends NoticeReaders {
    @Autowired
    private Notices notices;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aWebhookIsSignedTriedAgainWithTheSameKeyGivenUpAndSentAgain() throws Exception {
        SignedIn administrator = folk.acting(Role.ADMINISTRATOR, Folk.ROOT);
        try (var receiver = new Receiver()) {
            MvcTestResult added = visitor.post(
                    "/admin/notifications/webhooks",
                    administrator,
                    "name",
                    "Trung tâm " + run,
                    "url",
                    receiver.url("/hook"),
                    "kinds",
                    "review-due",
                    "enabled",
                    "true");
            assertThat(added).hasStatus3xxRedirection();
            String secret = String.valueOf(added.getMvcResult().getFlashMap().get("secret"));
            MvcTestResult shown = visitor.get(String.valueOf(added.getResponse().getRedirectedUrl()), administrator);
            assertThat(shown).hasStatusOk().bodyText().doesNotContain(secret);
            receiver.failNext(2);
            send("wh-" + run, HOSTILE);
            Receiver.Call call = receiver.awaitCalls("/hook", 1).getFirst();
            long at = Long.parseLong(first("t=(\\d+)", call.signature()));
            assertThat(call.signature())
                    .isEqualTo(HookSignature.of(
                            secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                            Instant.ofEpochSecond(at),
                            call.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(call.body()).contains("\"kind\":\"review-due\"").contains("\\r\\nBcc");
            await().until(() -> jdbc.sql(
                                    "select count(*) from deliveries where last_error = 'HTTP 500' and claimed_until is null"
                                            + " and state = 'WAITING' and notice_id = (select id from notices where key = ?)")
                            .param("wh-" + run)
                            .query(Long.class)
                            .single()
                    == 1);
            jdbc.sql("update deliveries set due_at = now(), attempts = 8 where notice_id ="
                            + " (select id from notices where key = ?) and channel = 'WEBHOOK'")
                    .param("wh-" + run)
                    .update();
            assertThat(receiver.awaitCalls("/hook", 2))
                    .extracting(Receiver.Call::idempotency)
                    .containsOnly(call.idempotency());
            awaitState("wh-" + run, "DEAD", 9);
            MvcTestResult failures = visitor.get("/admin/notifications/failures", administrator);
            assertThat(failures)
                    .bodyText()
                    .contains("Trung tâm " + run)
                    .contains("HTTP 500")
                    .doesNotContain("<script>alert");
            assertThat(failures).bodyText().doesNotContain(secret);
            long dead = jdbc.sql(
                            "select d.id from deliveries d join notices n on n.id = d.notice_id where n.key = ? and d.channel = 'WEBHOOK'")
                    .param("wh-" + run)
                    .query(Long.class)
                    .single();
            assertThat(visitor.post("/admin/notifications/failures/" + dead + "/again", administrator))
                    .hasStatus3xxRedirection();
            assertThat(receiver.awaitCalls("/hook", 3))
                    .extracting(Receiver.Call::idempotency)
                    .containsOnly(call.idempotency());
            awaitState("wh-" + run, "SENT", 1);
            awaitBell(administrator, "Có webhook không gọi được");
        } finally {
            jdbc.sql("update webhooks set enabled = false").update();
        }
    }

    @Test
    void whatWasSentOnceIsNotSentAgainAndADigestGathersWhatWaits() throws Exception {
        SignedIn auditor = acting(Role.AUDITOR, Folk.ROOT, "d" + run);
        SignedIn administrator = acting(Role.ADMINISTRATOR, Folk.ROOT, "e" + run);
        assertThat(visitor.get("/me/notifications", administrator)).hasStatusOk();
        assertThat(visitor.post("/me/notifications", administrator, "mailed", "review-due", "digest", "HOURLY"))
                .hasStatus3xxRedirection();
        for (int i = 0; i < 3; i++) {
            send("dg-" + run + "-" + i % 2, "Rà soát " + i % 2);
        }
        await().until(() -> told(administrator) == 2);
        assertThat(told(auditor)).isEqualTo(2);
        assertThat(mailsTo(administrator)).isEmpty();
        jdbc.sql("update deliveries set due_at = now() where account_id = ?")
                .param(administrator.accountId())
                .update();
        MimeMessage mail = mailTo(administrator);
        assertThat(mail.getSubject()).contains("2 thông báo");
        assertThat(text(mail, "text/plain")).contains("Rà soát 0").contains("Rà soát 1");
        assertThat(mailsTo(administrator)).hasSize(1);
    }

    @Test
    void rulesAreChangedByWhoMayAndAStaleChangeIsRefused() {
        SignedIn administrator = folk.acting(Role.ADMINISTRATOR, Folk.ROOT);
        MvcTestResult page = visitor.get("/admin/notifications", administrator);
        assertThat(page).hasStatusOk();
        String version = first("name=\"version\" value=\"(\\d+)\"", Visitor.text(page));
        assertThat(visitor.post("/admin/notifications", administrator, "version", "0"))
                .hasStatus(409);
        String[] fields = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("version", version),
                        jdbc
                                .sql("select kind, role, console, mail from notice_rules")
                                .query((row, _) -> java.util.stream.Stream.concat(
                                        row.getBoolean("console")
                                                ? java.util.stream.Stream.of(
                                                        "console", box(row.getString("kind"), row.getString("role")))
                                                : java.util.stream.Stream.<String>empty(),
                                        row.getBoolean("mail")
                                                ? java.util.stream.Stream.of(
                                                        "mail", box(row.getString("kind"), row.getString("role")))
                                                : java.util.stream.Stream.<String>empty()))
                                .list()
                                .stream()
                                .flatMap(each -> each))
                .toArray(String[]::new);
        List<String> before = rules();
        assertThat(visitor.post("/admin/notifications", administrator, fields)).hasStatus3xxRedirection();
        assertThat(rules()).isEqualTo(before);
        assertThat(visitor.get("/admin/notifications", folk.acting(Role.SOC_LEAD, Folk.ROOT)))
                .hasStatus(403);
    }

    @Test
    void theBellRingsOnAnOpenPage() throws Exception {
        SignedIn reader = acting(Role.AUDITOR, Folk.ROOT, "b" + run);
        var stream = mvc.get()
                .uri("/notifications/stream")
                .secure(true)
                .with(Folk.as(reader))
                .asyncExchange()
                .getResponse();
        send("bell-" + run, "Chuông");
        await().until(() -> new String(stream.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                .contains("bell-count"));
    }

    private List<String> rules() {
        return jdbc.sql("select kind || role || console || mail from notice_rules order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String box(String kind, String role) {
        return NoticeKind.valueOf(kind).code() + ":" + role;
    }

    private void send(String key, String subject) {
        transactions.executeWithoutResult(_ -> notices.send(Notice.toRoles(
                NoticeKind.REVIEW_DUE, key, new NoticeText(subject, subject), "/admin/reviews", Set.of(Folk.ROOT))));
    }

    private void awaitState(String key, String state, int attempts) {
        await().until(() -> jdbc.sql("select d.state || d.attempts from deliveries d join notices n"
                        + " on n.id = d.notice_id where n.key = ? and channel = 'WEBHOOK'")
                .param(key)
                .query((row, _) -> row.getString(1))
                .list()
                .equals(List.of(state + attempts)));
    }
}
