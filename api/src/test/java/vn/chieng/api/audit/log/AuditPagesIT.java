package vn.chieng.api.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.audit.AuditLogAction;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.audit.SampleAction;
import vn.chieng.api.audit.proof.ByteChanges;
import vn.chieng.api.audit.proof.ChainCheck;

class AuditPagesIT extends ApiServers {
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditHistory history;

    @Autowired
    private ChainCheck check;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void recordSomething() {
        record("a", "Đổi tên đơn vị", "org-21583");
        record("b", "=SUM(A1)", "org-21556");
    }

    @Test
    void theLatestComesFirstAndEntriesAreFoundWithoutAccents() throws Exception {
        String body = text(get("/audit?type=" + word));
        assertThat(body).contains("Mẫu b").contains("Mẫu a");
        assertThat(body.indexOf("Mẫu b")).isLessThan(body.indexOf("Mẫu a"));
        assertThat(text(get("/audit?type=" + word + "&q=DOI ten don vi")))
                .contains("Mẫu a")
                .doesNotContain("Mẫu b");
        assertThat(text(get("/audit?type=" + word + "&q=đổi tên")))
                .contains("Mẫu a")
                .doesNotContain("Mẫu b");
        assertThat(text(get("/audit?type=" + word + "&q=100%25"))).doesNotContain("Mẫu a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person=test",
                "role=ANALYST",
                "action=sample.changed",
                "object=a",
                "organization=org-21583",
                "address=127.0.0.1",
                "from=01/01/2020",
                "to=2999-12-31"
            })
    void eachFilterKeepsWhatFits(String filter) throws Exception {
        assertThat(text(get("/audit?type=" + word + "&" + filter))).contains("Mẫu a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person=tes",
                "role=LEADER",
                "action=sample.x",
                "object=c",
                "organization=org-1",
                "address=10.0.0.1",
                "to=01/01/2020",
                "from=2999-12-31"
            })
    void eachFilterLeavesOutWhatDoesNotFit(String filter) throws Exception {
        assertThat(text(get("/audit?type=" + word + "&" + filter))).doesNotContain("Mẫu a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=31/02/2026",
                "to=hôm nay",
                "from=22/11/2026&to=21/11/2026",
                "role=KING",
                "limit=0",
                "limit=501"
            })
    void whatCannotBeUnderstoodIsSaidAtTheField(String filter) throws Exception {
        MvcTestResult answer = get("/audit?" + filter);
        assertThat(answer).hasStatus(400);
        assertThat(text(answer)).contains("note-error");
        assertThat(get("/api/v1/audit?" + filter)).hasStatus(400).hasContentType("application/problem+json");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        IntStream.range(0, 5).forEach(i -> record("c" + i, "", "org-21583"));
        var seen = new java.util.ArrayList<Long>();
        String next = "/api/v1/audit?limit=3&type=" + word;
        for (int i = 0; i < 3; i++) {
            var page = assertThat(get(next + (seen.isEmpty() ? "" : "&after=" + seen.getLast())))
                    .hasStatusOk()
                    .bodyJson();
            page.extractingPath("$.total").isEqualTo(7);
            page.extractingPath("$.items[*].number")
                    .asArray()
                    .allSatisfy(number -> seen.add(((Integer) number).longValue()));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void anEntrysPageShowsBeforeAndAfter() throws Exception {
        AuditEntry entry = history.of(word, "a", 10).getFirst();
        String body = text(get("/audit/" + entry.number()));
        assertThat(body)
                .contains("<td><span class=\"value\"")
                .contains("cũ")
                .contains("mới")
                .contains(entry.hash());
        assertThat(get("/audit/999999999")).hasStatus(404);
        assertThat(get("/api/v1/audit/" + entry.number()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.object.id")
                .isEqualTo("a");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void nobodyButTheAuditorReadsTheLog(Role role) {
        for (String path : java.util.List.of(
                "/audit",
                "/audit/1",
                "/audit/chain",
                "/audit/chain/keys.pem",
                "/audit/export.csv",
                "/audit/chain/export?from=2026-01-01&to=2026-01-02",
                "/api/v1/audit",
                "/api/v1/audit/1",
                "/api/v1/audit/export?from=2026-01-01&to=2026-01-02")) {
            assertThat(mvc.get().uri(path).secure(true).with(as(role)).exchange())
                    .as(path)
                    .hasStatus(403);
        }
        assertThat(mvc.post()
                        .uri("/audit/chain/check")
                        .secure(true)
                        .with(csrf())
                        .with(as(role))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void anAuditorOfOneOrganisationSeesOnlyItsEntriesAndNoChain() throws Exception {
        var narrow = as(Role.AUDITOR, new Scope.Organizations(Set.of("org-21583")));
        String body = mvc.get()
                .uri("/audit?type=" + word)
                .secure(true)
                .with(narrow)
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("Mẫu a").doesNotContain("Mẫu b");
        long foreign = history.of(word, "b", 1).getFirst().number();
        assertThat(mvc.get().uri("/audit/" + foreign).secure(true).with(narrow).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri("/audit/chain").secure(true).with(narrow).exchange())
                .hasStatus(403);
        assertThat(mvc.get()
                        .uri("/api/v1/audit/export?from=2026-01-01&to=2026-01-02")
                        .secure(true)
                        .with(narrow)
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void theListLeavesAsATableThatStartsNoFormulaAndSaysItHasNoChain() throws Exception {
        MvcTestResult answer = get("/audit/export.csv?type=" + word);
        assertThat(answer).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"chieng-audit.csv\"");
        String csv = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains(";'=SUM(A1);").contains("không mang chuỗi băm");
        assertThat(csv.lines()).hasSize(4);
        assertThat(lastAction()).isEqualTo("audit.list-exported");
        assertThat(get("/audit/export.csv?from=x")).hasStatus(400);
    }

    @Test
    @Tag("volume")
    void theFileOfTheApiVerifiesAndEveryChangeOfAByteIsFound() throws Exception {
        String day = jdbc.sql("select max(day)::text from audit_entries")
                .query(String.class)
                .single();
        MvcTestResult answer = get("/api/v1/audit/export?from=" + day + "&to=" + day);
        assertThat(answer).hasStatusOk().hasContentType("application/x-ndjson");
        assertThat(jdbc.sql("select count(*) from audit_entries where action = 'audit.exported'")
                        .query(Long.class)
                        .single())
                .isPositive();
        byte[] file = answer.getResponse().getContentAsByteArray();
        ByteChanges.assertAllFound(file, 1000);
        assertThat(get("/audit/chain/export?from=" + day + "&to=" + day)).hasStatusOk();
        assertThat(get("/api/v1/audit/export?from=" + day)).hasStatus(400);
        assertThat(get("/audit/chain/export?from=1/1/2010&to=1/1/2026")).hasStatus(400);
    }

    @Test
    void theCheckOfTheChainIsAskedForOnItsPageAndIsItselfAudited() throws Exception {
        assertThat(mvc.post()
                        .uri("/audit/chain/check")
                        .secure(true)
                        .with(csrf())
                        .with(as(Role.AUDITOR))
                        .exchange())
                .hasRedirectedUrl("/audit/chain#check");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> check.state() instanceof ChainCheck.State.Done);
        assertThat(text(get("/audit/chain"))).contains("Chuỗi nguyên vẹn");
        assertThat(history.of(AuditLogAction.OBJECT, AuditLogAction.CHAIN, 50))
                .extracting(AuditEntry::action)
                .contains("audit.check-started", "audit.checked");
        assertThat(get("/audit/chain/keys.pem").getResponse().getContentAsString())
                .startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void aForwardedAddressIsNotBelievedUnlessAProxyIsTrusted() {
        assertThat(mvc.get()
                        .uri("/audit/export.csv?type=" + word)
                        .secure(true)
                        .header("X-Forwarded-For", "203.0.113.77")
                        .header("User-Agent", "Thử nghiệm " + "x".repeat(5000))
                        .with(as(Role.AUDITOR))
                        .exchange())
                .hasStatusOk();
        AuditEntry entry =
                history.of(AuditLogAction.OBJECT, AuditLogAction.CHAIN, 1).getFirst();
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.agent()).startsWith("Thử nghiệm").hasSizeLessThan(260);
        assertThat(entry.requestId()).hasSize(16);
    }

    private String lastAction() {
        return history.of(AuditLogAction.OBJECT, AuditLogAction.CHAIN, 1)
                .getFirst()
                .action();
    }

    private void record(String id, String reason, String organization) {
        SignedIn by = caller(Role.ANALYST, new Scope.Everything());
        transactions.executeWithoutResult(_ -> trail.record(
                by,
                AuditRecord.of(SampleAction.CHANGED, word, id, "Mẫu " + id, Set.of(organization))
                        .changed(Map.of("name", "cũ"), Map.of("name", "mới"))
                        .because(reason)));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).secure(true).with(as(Role.AUDITOR)).exchange();
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
