package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** From what people and correlation do with incidents to bell and mailbox. */
class IncidentNoticesIT extends NoticeReaders {
    @Autowired
    private IncidentStore incidents;

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
}
