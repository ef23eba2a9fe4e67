package vn.chieng.api.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.ClockStore;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Signals;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.event.Level;

/** Reports of an incident from the fact sheet to the stopped clock. */
class ReportsIT extends ApiServers {
    private static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());
    private static final String HOSTILE = "<script>alert(1)</script> \u202Egnp.exe \u0007 & =cmd";

    @Autowired
    IncidentStore incidents;

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentWork work;

    @Autowired
    ReportWork reports;

    @Autowired
    ReportPrinter printer;

    @Autowired
    IncidentReportStore store;

    @Autowired
    ClockStore clocks;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theInitialReportIsFilledFromOneSheetFrozenSentAndStopsItsClock() {
        long id = confirmed();
        assertThat(reports.type(id, "BM-SC-02", 0, Map.of("measures", "cô lập máy", "system", "Cổng dịch vụ"), ANALYST))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(reports.type(id, "BM-SC-02", 0, Map.of("measures", "khác"), ANALYST))
                .isInstanceOf(ReportOutcome.Stale.class);
        assertThat(reports.make(id, "BM-SC-02", null, ANALYST)).isInstanceOf(ReportOutcome.Done.class);
        IncidentReport report = store.of(id).getFirst();
        assertThat(report.lines()).filteredOn(ReportLine::missing).isEmpty();
        assertThat(reports.send(id, report.id(), sent(), ANALYST)).isInstanceOf(ReportOutcome.Done.class);
        assertThat(clocks.find(id, "C24").orElseThrow().state()).isEqualTo(LegalClock.State.SENT);
        assertThat(reports.send(id, report.id(), sent(), ANALYST)).isInstanceOf(ReportOutcome.Stale.class);
        assertThat(jdbc.sql("select count(*) from incident_clock_log where incident_id = ? and kind = 'SENT'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isOne();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("update incident_reports set heading = '' where id = ?")
                                .param(report.id())
                                .update())
                .hasMessageContaining("stays as it was made");
    }

    @Test
    void aVersionWithGapsIsNotSentAndAPreliminaryOneLeavesTheClosingReportOwed() {
        long id = confirmed();
        reports.make(id, "BM-SC-03", "preliminary", ANALYST);
        assertThat(reports.send(id, store.of(id).getFirst().id(), sent(), ANALYST))
                .isEqualTo(new ReportOutcome.Refused("missing"));
        var typed = Map.of("cause", "mật khẩu yếu", "scope", "một máy", "remediation", "đã vá", "system", "Cổng");
        reports.type(id, "BM-SC-03", 0, typed, ANALYST);
        reports.make(id, "BM-SC-03", "preliminary", ANALYST);
        assertThat(reports.send(id, store.of(id).getFirst().id(), sent(), ANALYST))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(clocks.find(id, "C72").orElseThrow().awaitsClosing()).isTrue();
        Map<String, String> closing = new HashMap<>(typed);
        List.of("impact", "root-cause", "lessons", "recommendations").forEach(field -> closing.put(field, "đã ghi"));
        reports.type(id, "BM-SC-03", 1, closing, ANALYST);
        reports.make(id, "BM-SC-03", "closing", ANALYST);
        assertThat(reports.send(id, store.of(id).getFirst().id(), sent(), ANALYST))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(clocks.find(id, "C72").orElseThrow().open()).isFalse();
    }

    @Test
    void hostileTextIsHarmlessAndTheSameInModelAndFilesWhichKeepTheirHash() throws IOException {
        long id = confirmed();
        reports.type(id, "BM-SC-02", 0, Map.of("measures", HOSTILE, "system", "Ắ ằ ẵ Ữ đ"), ANALYST);
        reports.make(id, "BM-SC-02", null, ANALYST);
        IncidentReport report = store.of(id).getFirst();
        ReportPaper.Printed pdf = printer.paper().print(report, DocumentFormat.PDF);
        assertThat(pdf.sha256()).isEqualTo(report.hashes().pdf());
        assertThat(printer.paper().print(report, DocumentFormat.DOCX).sha256())
                .isEqualTo(report.hashes().docx());
        String text;
        try (var document = Loader.loadPDF(pdf.bytes())) {
            text = squeezed(new PDFTextStripper().getText(document));
        }
        assertThat(printer.paper().document(report).texts())
                .allSatisfy(each -> assertThat(text).contains(squeezed(each)));
        assertThat(text).contains("[U+202E]", "Ắằẵ");
        assertThat(body("/incidents/" + id + "/reports?form=BM-SC-02"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void theSignedCopyIsBoundOnceByTheHashComputedHereAndGoesWithTheSending() {
        long id = confirmed();
        reports.type(id, "BM-SC-02", 0, Map.of("measures", HOSTILE, "system", "Cổng"), ANALYST);
        reports.make(id, "BM-SC-02", null, ANALYST);
        IncidentReport made = store.of(id).getFirst();
        long report = made.id();
        assertThat(body("/incidents/" + id + "/reports/preview?report=" + report))
                .contains(made.heading(), "&lt;script&gt;")
                .doesNotContain("<script>alert", "document-slot");
        upload(id, report, "thư.txt", "%PDF-1.7 ký");
        upload(id, report, "giả.pdf", "không phải");
        assertThat(store.signedCopies(id)).isEmpty();
        upload(id, report, "..\\ký.pdf", "%PDF-1.7 ký");
        upload(id, report, "khác.pdf", "%PDF-1.7 khác");
        SignedCopy copy = store.signedCopies(id).get(report);
        assertThat(copy.name()).isEqualTo("ký.pdf");
        assertThat(copy.sha256()).isEqualTo(sha256("%PDF-1.7 ký"));
        assertThat(reports.send(id, report, sent(), ANALYST)).isInstanceOf(ReportOutcome.Done.class);
        assertThat(store.find(id, report).orElseThrow().sent())
                .extracting(IncidentReport.Sent::signedSha256)
                .isEqualTo(copy.sha256());
        assertThat(mvc.get()
                        .uri("/incidents/" + id + "/reports/signed?report=" + report)
                        .with(as(ANALYST)))
                .hasStatusOk()
                .hasContentType("application/pdf")
                .bodyText()
                .startsWith("%PDF-1.7");
    }

    private void upload(long id, long report, String name, String content) {
        assertThat(mvc.post()
                        .uri("/incidents/" + id + "/reports/signed")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", name, "application/pdf", content.getBytes(StandardCharsets.UTF_8)))
                        .param("report", Long.toString(report))
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String body(String path) {
        return new String(
                mvc.get().uri(path).with(as(ANALYST)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", "");
    }

    private IncidentReport.Sent sent() {
        Instant now = clock.instant();
        return new IncidentReport.Sent(
                now, "A", "Lê B", "PA05", "Điện thoại", "12/BC", "nghe máy", null, List.of(), null);
    }

    private long confirmed() {
        incidents.apply(Signals.signal(key, key, Level.HIGH, 1, "org-" + key));
        long id = jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        Incident fresh = register.find(id, Reader.EVERYTHING).orElseThrow();
        work.move(id, Move.acknowledge(fresh.version()), ANALYST);
        Classification old = fresh.classification();
        var answers = Map.of(
                "national-security-sign",
                "false",
                "serious-disruption",
                "false",
                "dangerous-situation",
                "false",
                "personal-data-harm",
                "false");
        work.classify(
                id,
                fresh.version() + 1,
                new Classification("N2", old.techniques(), old.tlp(), old.pap(), answers, null, null),
                ANALYST);
        int version = register.find(id, Reader.EVERYTHING).orElseThrow().version();
        work.move(id, new Move(IncidentState.CONFIRMED, version, null, "ghi chú", "N2", null, null), ANALYST);
        return id;
    }
}
