package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.chieng.api.incidents.bulk.BulkResult;
import vn.chieng.api.incidents.queue.QueueGrouping;
import vn.chieng.event.Level;

class QueuePagesIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private IncidentStore store;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String run = "q" + UUID.randomUUID().toString().substring(0, 8);
    private SignedIn analyst = caller(Role.ANALYST, new Scope.Everything());
    private SignedIn colleague = analyst;
    private List<Long> ids = List.of();

    @BeforeEach
    void fill() {
        analyst = person("one");
        colleague = person("two");
        for (int i = 0; i < 3; i++) {
            store.apply(Signals.signal(run + i, run + i, Level.HIGH, 2, run));
        }
        ids = jdbc.sql("select id from incidents where organization_ids @> array[?]::text[] order by id")
                .param(run)
                .query((row, _) -> row.getLong(1))
                .list();
        assertThat(ids).hasSize(3);
    }

    @Test
    void whatIsAskedForIsSentOnceWithBulkWork() {
        assertThat(get("/incidents?state=open&since=24h&organization=" + run, analyst))
                .hasStatusOk()
                .bodyText()
                .contains("hx-post=\"/incidents/acknowledge\"", "hx-post=\"/incidents/take\"")
                .containsOnlyOnce("<form id=\"bulk\"");
    }

    @Test
    void bulkWorkTellsTheOutcomeOfEachAndCanBeTakenBack() {
        post("/incidents/" + ids.getFirst() + "/acknowledge", colleague, "version=1");
        MvcTestResult done = post("/incidents/bulk", analyst, "act=acknowledge&" + chosen());
        assertThat(done).hasStatus3xxRedirection();
        assertThat(done.getMvcResult().getFlashMap().get("result")).isInstanceOfSatisfying(BulkResult.class, result -> {
            assertThat(result.done()).isEqualTo(2);
            assertThat(result.skipped()).isEqualTo(1);
            assertThat(post(
                            "/incidents/bulk/undo",
                            analyst,
                            "act=acknowledge&item=" + String.join("&item=", result.undo())))
                    .hasStatus3xxRedirection();
        });
        assertThat(states()).containsExactlyInAnyOrder("VERIFYING", "NEW", "NEW");
    }

    @Test
    void whatAnotherHandlesIsRefusedWithTheReason() {
        post("/incidents/" + ids.getFirst() + "/acknowledge", colleague, "version=1");
        MvcTestResult result =
                post("/incidents/bulk", analyst, "act=close&reason=FALSE_POSITIVE&note=quét&confirm=&" + chosen());
        assertThat(result.getMvcResult().getFlashMap().get("result")).isInstanceOfSatisfying(BulkResult.class, each -> {
            assertThat(each.refused()).isEqualTo(1);
            assertThat(each.left()).extracting(BulkResult.Item::why).containsExactly("assigned");
        });
        assertThat(states()).containsExactlyInAnyOrder("VERIFYING", "DISMISSED", "DISMISSED");
    }

    @Test
    void aLabelIsPutOnFoundAndTakenOff() {
        post("/incidents/bulk", analyst, "act=label&label=Gấp " + run + "&" + chosen());
        assertThat(get("/incidents?q=" + encoded("label:\"gấp " + run + "\""), analyst))
                .hasStatusOk()
                .bodyText()
                .contains("Gấp " + run, number(0), number(2));
        assertThat(jdbc.sql("select count(*) from audit_entries where action = 'incident.labelled' and object_id = ?")
                        .param(ids.getFirst().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        post("/incidents/bulk/undo", analyst, "label=Gấp " + run + "&item=" + ids.getFirst() + ":1");
        assertThat(get("/incidents?q=" + encoded("label:\"gấp " + run + "\""), analyst))
                .bodyText()
                .doesNotContain(number(0));
    }

    @Test
    void aboveAHundredTheNumberHasToBeTyped() {
        for (int i = 3; i < 102; i++) {
            store.apply(Signals.signal(run + i, run + i, Level.LOW, 1, run));
        }
        String all = "act=acknowledge&all=true&organization=" + run;
        assertThat(post("/incidents/bulk", analyst, all))
                .hasStatusOk()
                .bodyText()
                .contains("Gõ số 102");
        assertThat(post("/incidents/bulk", analyst, all + "&confirm=100")).hasStatus(422);
        assertThat(states()).doesNotContain("VERIFYING");
        assertThat(post("/incidents/bulk", analyst, all + "&confirm=102")).hasStatus3xxRedirection();
        assertThat(states()).hasSize(102).containsOnly("VERIFYING");
    }

    @Test
    void groupsShowWhatTheyHoldAndLeadThere() {
        assertThat(get("/incidents?group=organization&q=" + encoded("organization:" + run), analyst))
                .hasStatusOk()
                .bodyText()
                .contains(run, "Số sự cố", "1 nhóm · 3 sự cố");
        for (QueueGrouping grouping : QueueGrouping.values()) {
            assertThat(get("/incidents?state=all&group=" + grouping.code(), analyst))
                    .hasStatusOk();
        }
        assertThat(get("/incidents?group=moon", analyst)).hasStatus(400);
    }

    @Test
    void aWrongQueryIsToldWithItsColumnAndNothingIsListed() {
        assertThat(get("/incidents?lang=en&q=" + encoded("severity:M9"), analyst))
                .hasStatusOk()
                .bodyText()
                .contains("Character 10", "M1, M2, M3, M4")
                .doesNotContain("data-row-id");
        assertThat(get("/api/v1/incidents?q=" + encoded("severity:M9"), analyst))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.column")
                .isEqualTo(10);
    }

    @Test
    void aValueIsIncludedExcludedOrAlone() {
        String start = "/incidents/refine?state=all&q=" + encoded("a OR b");
        assertThat(get(start + "&exclude=severity:M1", analyst))
                .hasRedirectedUrl("/incidents?state=all&q=%28a%20OR%20b%29%20NOT%20severity%3AM1");
        assertThat(get(start + "&only=severity:M1", analyst)).hasRedirectedUrl("/incidents?q=severity%3AM1");
    }

    @Test
    void aSavedViewOpensExactlyThatForItsOwnerAndTheUnitOnly() {
        MvcTestResult saved = post(
                "/views",
                analyst,
                "area=INCIDENTS&name=Ca " + run + "&q=severity:M1&sort=severity&columns=severity,work&after=zzz");
        String link = saved.getResponse().getRedirectedUrl();
        assertThat(link).startsWith("/incidents?columns=severity%2Cwork&q=severity%3AM1&sort=severity&view=");
        assertThat(get(String.valueOf(link), analyst)).hasStatusOk().bodyText().contains("Ca " + run);
        assertThat(get("/incidents", analyst)).hasRedirectedUrl(link);
        assertThat(get("/incidents?view=none", analyst)).hasRedirectedUrl("/incidents?state=open&since=24h");
        assertThat(get("/incidents", analyst))
                .hasStatusOk()
                .bodyText()
                .as("the time range is seen and can be taken away")
                .contains("Bỏ điều kiện", "24 giờ qua", "href=\"/incidents?state=open\"");
        assertThat(get(String.valueOf(link), colleague)).hasStatus(404);
        post("/views", analyst, "area=INCIDENTS&name=Ca " + run + "&q=severity:M1&shared=true");
        String id = String.valueOf(link).replaceAll(".*view=", "");
        assertThat(get("/views/" + id, colleague)).hasStatus3xxRedirection();
        assertThat(post("/views/" + id + "/delete", colleague, "")).hasStatus(404);
        assertThat(post("/views/" + id + "/delete", analyst, "")).hasStatus3xxRedirection();
    }

    @Test
    void theFileHoldsTheShownColumnsOfEveryMatchAndNoFormula() {
        jdbc.sql("update incidents set title_vi = '=1+1;x' where id = ?")
                .param(ids.getFirst())
                .update();
        MvcTestResult file = get(
                "/incidents/export.csv?columns=severity&separator=comma&q=" + encoded("organization:" + run), analyst);
        assertThat(file)
                .hasStatusOk()
                .bodyText()
                .startsWith("\uFEFFMức độ,Mã sự cố")
                .contains("'=1+1;x")
                .hasLineCount(4);
        assertThat(get(
                        "/incidents/export.csv?q=" + encoded("organization:" + run),
                        caller(Role.ANALYST, new Scope.Organizations(Set.of("x")))))
                .bodyText()
                .hasLineCount(1);
    }

    @Test
    void onAWallNobodyWorks() {
        assertThat(get("/incidents?kiosk=1", analyst))
                .hasStatusOk()
                .bodyText()
                .contains("every 60s")
                .doesNotContain("data-select");
    }

    @Test
    void completesFieldsAndValues() {
        assertThat(get("/api/v1/incidents/completions?q=assig&caret=5", analyst))
                .bodyJson()
                .extractingPath("$.items[0]")
                .isEqualTo("assignee:");
        assertThat(get("/api/v1/incidents/completions?q=status:ver&caret=10", analyst))
                .bodyJson()
                .extractingPath("$.items[0]")
                .isEqualTo("verifying");
    }

    private SignedIn person(String name) {
        Account account = accounts.add(
                        new Account.Draft(
                                run + name,
                                "Người " + name,
                                AccountKind.BUSINESS,
                                null,
                                null,
                                "org-tinh-gia-lai",
                                "vi",
                                false),
                        clock.instant())
                .orElseThrow();
        return new SignedIn(
                account.id(),
                run + name,
                "Người " + name,
                Role.ANALYST,
                0,
                "org-tinh-gia-lai",
                new Scope.Everything(),
                Role.ANALYST.permissions(),
                "vi",
                Set.of());
    }

    private String chosen() {
        return "id=" + String.join("&id=", ids.stream().map(String::valueOf).toList());
    }

    private String number(int at) {
        return jdbc.sql("select number from incidents where id = ?")
                .param(ids.get(at))
                .query((row, _) -> row.getString(1))
                .single();
    }

    private List<String> states() {
        return jdbc.sql("select state from incidents where organization_ids @> array[?]::text[]")
                .param(run)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private MvcTestResult get(String path, SignedIn by) {
        return mvc.get().uri(URI.create(path)).secure(true).with(as(by)).exchange();
    }

    private MvcTestResult post(String path, SignedIn by, String form) {
        var request = mvc.post().uri(path).secure(true).with(as(by)).with(csrf());
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                request = request.param(parts[0], parts[1]);
            }
        }
        return request.exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
