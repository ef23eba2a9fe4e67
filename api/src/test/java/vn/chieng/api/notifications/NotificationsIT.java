package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.notifications.webhooks.HookSignature;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** From what people and correlation do to bell, mailbox and webhook. */
class NotificationsIT extends ApiServers {
    private static final String HOSTILE = "Dò\u202E mật\r\nBcc: x@y.vn khẩu <script>alert(1)</script>\0";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(MAIL_PORT, "127.0.0.1", "smtp"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private IncidentStore incidents;

    @Autowired
    private Notices notices;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private ActingRights rights;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Folk folk;
    private Visitor visitor;

    @BeforeAll
    static void openMailboxes() {
        MAIL.start();
    }

    @AfterAll
    static void closeMailboxes() {
        MAIL.stop();
    }

    @BeforeEach
    void meet() {
        folk = new Folk(accounts, rights, clock);
        visitor = new Visitor(mvc);
    }

    @Test
    void whoIsMentionedIsToldInTheConsoleAndByMailAndHostileTextStaysHarmless() throws Exception {
        SignedIn writer = acting(Role.ANALYST, Folk.ROOT, "w" + run);
        SignedIn named = acting(Role.ANALYST, Folk.ROOT, "n" + run);
        long incident = opened(Level.LOW, Folk.OWN, List.of());
        assertThat(visitor.post(
                        "/incidents/" + incident + "/comments",
                        writer,
                        "text",
                        "@" + named.name() + " " + "xem <b>\u202Egiúp</b>"))
                .hasStatus3xxRedirection();
        MimeMessage mail = mailTo(named);
        assertThat(mail.getSubject())
                .contains("nhắc đến bạn")
                .contains("⟨U+202E⟩")
                .doesNotContain("\n")
                .doesNotContain("\u202E");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(text(mail, "text/plain")).contains("xem <b>⟨U+202E⟩giúp").doesNotContain("\u202E");
        assertThat(text(mail, "text/html"))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>")
                .doesNotContain("<script");
        MvcTestResult page = visitor.get("/notifications", named);
        assertThat(page).hasStatusOk().bodyText().contains("nhắc đến bạn").doesNotContain("<script>alert");
        assertThat(page).bodyText().contains("bell-count");
        assertThat(Visitor.text(visitor.get("/notifications", writer)))
                .as("who did it is not told")
                .doesNotContain("nhắc đến bạn");
        long notice = Long.parseLong(first("/notifications/(\\d+)/read", Visitor.text(page)));
        assertThat(visitor.post("/notifications/" + notice + "/read", writer)).hasStatus(404);
        assertThat(visitor.post("/notifications/" + notice + "/read", named))
                .hasRedirectedUrl("/incidents/" + incident);
        assertThat(visitor.get("/notifications?show=unread", named)).bodyText().doesNotContain("nhắc đến bạn");
        // a mention is a watch from then on
        visitor.post("/incidents/" + incident + "/comments", writer, "text", "xong rồi");
        awaitBell(named, "ghi chú trong");
    }

    @Test
    void whoIsGivenAnIncidentAndWhoWatchesItIsTold() throws Exception {
        SignedIn lead = acting(Role.SOC_LEAD, Folk.ROOT, "l" + run);
        SignedIn given = acting(Role.ANALYST, Folk.ROOT, "g" + run);
        SignedIn watcher = acting(Role.ANALYST, Folk.ROOT, "v" + run);
        long incident = opened(Level.LOW, Folk.OWN, List.of());
        assertThat(visitor.post("/incidents/" + incident + "/watch", watcher, "watch", "true"))
                .hasStatus3xxRedirection();
        assertThat(visitor.post(
                        "/incidents/" + incident + "/assign",
                        lead,
                        "version",
                        "1",
                        "account",
                        String.valueOf(given.accountId())))
                .hasStatus3xxRedirection();
        assertThat(mailTo(given).getSubject()).contains("giao cho bạn");
        awaitBell(watcher, "đổi người xử lý");
        assertThat(visitor.post("/incidents/" + incident + "/watch", watcher, "watch", "false"))
                .hasStatus3xxRedirection();
        visitor.post("/incidents/" + incident + "/comments", lead, "text", "không ai nghe");
        SignedIn later = acting(Role.ANALYST, Folk.ROOT, "s" + run);
        visitor.post("/incidents/" + incident + "/comments", lead, "text", "@" + later.name());
        awaitBell(later, "nhắc đến bạn");
        assertThat(visitor.get("/notifications", watcher))
                .bodyText()
                .as("who stopped watching hears nothing more")
                .doesNotContain("ghi chú trong");
    }

    @Test
    void aGraveIncidentIsToldToItsOwnersOnlyAndADrillSaysSo() throws Exception {
        SignedIn owner = acting(Role.OWNER, Folk.OWN, "o" + run);
        SignedIn other = acting(Role.OWNER, Folk.OTHER, "p" + run);
        SignedIn auditor = acting(Role.AUDITOR, Folk.ROOT, "a" + run);
        opened(Level.CRITICAL, Folk.OWN, List.of("DT-" + run));
        assertThat(mailTo(owner).getSubject()).contains("[DIỄN TẬP]").contains("Sự cố mới");
        awaitBell(owner, "DIỄN TẬP");
        for (SignedIn stranger : List.of(other, auditor)) {
            assertThat(told(stranger)).isZero();
        }
    }

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

    @Test
    void whoLooksAtAnIncidentIsSeenByTheOthersUntilTheyLeave() throws Exception {
        SignedIn one = acting(Role.ANALYST, Folk.ROOT, "x" + run);
        SignedIn other = acting(Role.ANALYST, Folk.ROOT, "y" + run);
        long incident = opened(Level.LOW, Folk.OWN, List.of());
        var request = mvc.get()
                .uri("/incidents/stream?incident=" + incident)
                .secure(true)
                .with(Folk.as(one))
                .asyncExchange();
        await().until(() ->
                Visitor.text(visitor.get("/incidents/" + incident, other)).contains(viewer(one)));
        assertThat(visitor.get("/incidents/" + incident, one))
                .bodyText()
                .as("nobody is told of themselves")
                .doesNotContain(viewer(one));
        assertThat(request.getResponse().getStatus()).isEqualTo(200);
        jdbc.sql("update incident_presence set seen_at = seen_at - interval '1 hour' where incident_id = ?")
                .param(incident)
                .update();
        assertThat(visitor.get("/incidents/" + incident, other)).bodyText().doesNotContain(viewer(one));
    }

    private static String viewer(SignedIn person) {
        return "class=\"viewer\">" + person.displayName();
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

    private SignedIn acting(Role role, String organization, String name) {
        Account account = accounts.add(
                        new Account.Draft(
                                name,
                                "Người " + name,
                                role == Role.ADMINISTRATOR ? AccountKind.ADMINISTRATOR : AccountKind.BUSINESS,
                                name + "@example.vn",
                                null,
                                organization,
                                "vi",
                                false),
                        clock.instant())
                .orElseThrow();
        return folk.acting(account, folk.role(account, role, organization));
    }

    private long opened(Level level, String organization, List<String> drills) {
        String key = UUID.randomUUID().toString();
        Instant at = clock.instant();
        @Nullable String drill = drills.isEmpty() ? null : drills.getFirst();
        var line = new Evidence(
                key,
                "logs",
                at,
                at,
                organization,
                "s-1",
                "system.auth",
                "web-01",
                "root",
                "203.0.113.5",
                drill,
                "x",
                false);
        incidents.apply(new Signal(
                key,
                key,
                new RuleReference("rule-" + level, HOSTILE, HOSTILE, "Chiêng", level, List.of()),
                new Entity(Entity.Kind.SOURCE, "203.0.113.5"),
                at,
                at,
                at,
                1,
                List.of(),
                List.of(line)));
        return jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private void awaitBell(SignedIn reader, String words) {
        await().until(() -> Visitor.text(visitor.get("/notifications", reader)).contains(words));
    }

    private long told(SignedIn reader) {
        return jdbc.sql("select count(*) from notice_readers where account_id = ?")
                .param(reader.accountId())
                .query(Long.class)
                .single();
    }

    private void awaitState(String key, String state, int attempts) {
        await().until(() -> jdbc.sql("select d.state || d.attempts from deliveries d join notices n"
                        + " on n.id = d.notice_id where n.key = ? and channel = 'WEBHOOK'")
                .param(key)
                .query((row, _) -> row.getString(1))
                .list()
                .equals(List.of(state + attempts)));
    }

    private static List<MimeMessage> mailsTo(SignedIn reader) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(reader.name() + "@example.vn");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static MimeMessage mailTo(SignedIn reader) {
        await().until(() -> !mailsTo(reader).isEmpty());
        return mailsTo(reader).getFirst();
    }

    private static String text(MimeMessage mail, String type) throws Exception {
        return text((MimeMultipart) mail.getContent(), type);
    }

    private static String text(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                return text(inner, type);
            }
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
