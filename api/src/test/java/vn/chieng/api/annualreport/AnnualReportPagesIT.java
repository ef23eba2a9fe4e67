package vn.chieng.api.annualreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.identity.Visitor;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;

class AnnualReportPagesIT extends ApiServers {
    private static final String UNIT = "org-so-noi-vu";
    private static final int YEAR = 2026;
    private static final SignedIn PUBLISHER = caller(Role.APPRAISER, new Scope.Everything());
    private static final SignedIn OPERATOR = caller(Role.OPERATOR, new Scope.Organizations(Set.of(UNIT)));
    private static final SignedIn OWNER = caller(Role.OWNER, new Scope.Organizations(Set.of(UNIT)));
    private static final SignedIn STRANGER = caller(Role.OPERATOR, new Scope.Organizations(Set.of("org-so-tu-phap")));
    private static final String PART = "/annual-reports/" + YEAR + "/units/" + UNIT;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ReportWatch watch;

    @Autowired
    private ReportStore store;

    @Autowired
    private SystemStore systems;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditHistory history;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(mvc);
        for (String table : new String[] {"annual_report_files", "annual_report_parts", "annual_reports"}) {
            jdbc.sql("delete from " + table + " where year = " + YEAR).update();
        }
        transactions.executeWithoutResult(_ ->
                systems.add(SampleSystems.of(systems.nextCode(), "Hệ thống văn thư <thử>", UNIT, "org-tinh-gia-lai")));
        assertThat(visitor.post("/annual-reports", PUBLISHER, "year", "2026")).hasStatus(303);
    }

    @Test
    void aYearIsOpenedOnceAndTheListNamesIt() {
        assertThat(visitor.post("/annual-reports", PUBLISHER, "year", "2026")).hasStatus(422);
        assertThat(Visitor.text(visitor.get("/annual-reports", OWNER))).contains("Báo cáo hằng năm", "15/12/2025");
    }

    @Test
    void aUnitFillsInItsRowAndOthersDoNotSeeIt() {
        assertThat(Visitor.text(visitor.get(PART, OPERATOR))).contains("Hệ thống văn thư &lt;thử&gt;");
        assertThat(visitor.get(PART, STRANGER)).hasStatus(404);
        assertThat(Visitor.text(visitor.get("/annual-reports/2026", STRANGER))).doesNotContain("văn thư");
        MvcTestResult saved = visitor.post(
                PART + "/rows/1",
                OPERATOR,
                "version",
                "1",
                "name",
                "Hệ thống văn thư",
                "level",
                "2",
                "approval",
                "Đã phê duyệt",
                "decisionDate",
                "05/02/2026");
        assertThat(saved).hasStatus(303);
        String page = Visitor.text(visitor.get(PART + "/rows/1", OPERATOR));
        assertThat(page).contains("“Đã phê duyệt” không phải từ của mẫu", "dòng 1, cột 6", "value=\"05/02/2026\"");
        assertThat(history.of("annual-report", "2026/" + UNIT, 10)).isNotEmpty();
    }

    @Test
    void aUnitAndTheOwnerAreRemindedOnceForEachStepAndNoMoreOnceDone() {
        String part = "annual-report:2026:part:" + UNIT + ":";
        jdbc.sql("delete from notices where key like 'annual-report:2026:%'").update();
        watch.remind(LocalDate.of(2026, 12, 1));
        assertThat(reminders(part)).isEmpty();
        watch.remind(LocalDate.of(2026, 12, 6));
        watch.remind(LocalDate.of(2026, 12, 7));
        watch.remind(LocalDate.of(2026, 12, 20));
        assertThat(reminders(part)).containsExactlyInAnyOrder(part + "14", part + "-1");
        assertThat(reminders("annual-report:2026:whole:")).hasSize(1);
        assertThat(Visitor.text(visitor.get(PART, OPERATOR))).contains("19/12/2026");
        assertThat(Visitor.text(visitor.get("/annual-reports/2026", PUBLISHER))).contains("24/12/2026");
    }

    private List<String> reminders(String prefix) {
        return jdbc.sql("select key from notices where key like ?")
                .param(prefix + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void aStaleRowIsShownWithBothValues() {
        visitor.post(PART + "/rows/1", OPERATOR, "version", "1", "name", "Tên thứ nhất");
        MvcTestResult stale = visitor.post(PART + "/rows/1", OPERATOR, "version", "1", "name", "Tên thứ hai");
        assertThat(stale).hasStatus(409);
        assertThat(Visitor.text(stale)).contains("Tên thứ nhất", "Tên thứ hai");
    }

    @Test
    void anUnreadableDayIsNamedBesideItsField() {
        MvcTestResult wrong = visitor.post(PART + "/rows/1", OPERATOR, "version", "1", "plannedApproval", "31/02/2027");
        assertThat(wrong).hasStatus(422);
        assertThat(Visitor.text(wrong)).contains("href=\"#plannedApproval\"", "31/02/2027");
    }

    @Test
    void neitherUnitNorProvinceApprovesWhatDoesNotFit() {
        visitor.post(PART + "/approve", OWNER, "version", "1");
        assertThat(store.part(YEAR, UNIT, OWNER.scope()).orElseThrow().approved())
                .isFalse();
        visitor.post("/annual-reports/2026/freeze", PUBLISHER, "version", "1");
        assertThat(store.find(YEAR).orElseThrow().state()).isEqualTo(ReportState.OPEN);
        assertThat(Visitor.text(visitor.get("/annual-reports/2026", PUBLISHER))).contains("đơn vị chưa phê duyệt phần");
    }

    @Test
    void aFrozenReportIsMadeIntoFilesDownloadedAndSigned() {
        byte[] content = json.writeValueAsBytes(SampleReports.report(2, 3));
        store.freeze(
                YEAR, 1, content, new StoredReport.Seal(FrozenReports.sha256(content), clock.instant(), "test"), null);
        visitor.post("/annual-reports/2026/files", PUBLISHER);
        await().atMost(Duration.ofMinutes(1)).until(() -> store.files(YEAR).size() == ReportFiles.ALL);
        MvcTestResult pdf = visitor.get("/annual-reports/2026/file?format=pdf&language=vi", PUBLISHER);
        assertThat(pdf).hasStatusOk().hasHeader("Content-Type", "application/pdf");
        assertThat(new String(pdf.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(mvc.post()
                        .multipart()
                        .file(new MockMultipartFile("file", "C:\\ký.pdf", "application/pdf", new byte[] {1, 2, 3}))
                        .param("version", "2")
                        .param("attested", "true")
                        .uri("/annual-reports/2026/signed")
                        .secure(true)
                        .with(as(PUBLISHER))
                        .with(
                                org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange())
                .hasStatus(303);
        StoredReport signed = store.find(YEAR).orElseThrow();
        assertThat(signed.state()).isEqualTo(ReportState.SIGNED);
        assertThat(signed.signedName()).isEqualTo("ký.pdf");
        String page = Visitor.text(visitor.get("/annual-reports/2026", PUBLISHER));
        assertThat(page).contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void theTextIsKeptBySectionAndPrintedWithItsHead() {
        assertThat(Visitor.text(visitor.get("/annual-reports/2026/text", PUBLISHER)))
                .contains("report-section-12");
        assertThat(visitor.post(
                        "/annual-reports/2026/text",
                        PUBLISHER,
                        "version",
                        "1",
                        "report-section-1",
                        "Đã ban hành kế hoạch.",
                        "place",
                        "Pleiku",
                        "date",
                        "20/12/2026"))
                .hasStatus(303);
        StoredReport saved = store.find(YEAR).orElseThrow();
        assertThat(saved.sections()).containsEntry("report-section-1", "Đã ban hành kế hoạch.");
        assertThat(saved.head().place()).isEqualTo("Pleiku");
    }

    @Test
    void programsReadTheReportAndOnlyThePartsOfTheirScope() {
        assertThat(Visitor.text(visitor.get("/api/v1/annual-reports", OPERATOR)))
                .contains("\"year\":2026");
        assertThat(Visitor.text(visitor.get("/api/v1/annual-reports/2026", OPERATOR)))
                .contains("\"organizationId\":\"" + UNIT + "\"", "\"state\":\"open\"");
        SignedIn stranger = caller(Role.OPERATOR, new Scope.Organizations(Set.of("org-thanh-tra")));
        assertThat(Visitor.text(visitor.get("/api/v1/annual-reports/2026", stranger)))
                .doesNotContain(UNIT);
        assertThat(visitor.get("/api/v1/annual-reports/1999", OPERATOR)).hasStatus(404);
    }
}
