package vn.chieng.api.annualreport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentRenderer;
import vn.chieng.api.documents.Marking;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.forms.PaperDetails;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.spreadsheets.SheetFormat;
import vn.chieng.api.spreadsheets.SheetWriter;

/** Makes the files of a frozen report one after the other, beside the requests; how far it is can be asked at any time. */
@Component
class ReportFiles implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final ReportStore store;
    private final FrozenReports frozen;
    private final AnnualReports reports;
    private final OrganizationDirectory organizations;
    private final Map<Integer, Progress> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("annual-report-files").daemon().factory());

    ReportFiles(ReportStore store, FrozenReports frozen, AnnualReports reports, OrganizationDirectory organizations) {
        this.store = store;
        this.frozen = frozen;
        this.reports = reports;
        this.organizations = organizations;
    }

    /** How many of the files are made; failed where one could not be. */
    record Progress(int made, int of, boolean failed) {
        boolean done() {
            return made == of;
        }

        Progress next() {
            return new Progress(made + 1, of, failed);
        }
    }

    /** Two languages of two papers and a table each. */
    static final int ALL = 6;

    /** Begins, unless it is going on already. */
    void start(StoredReport report) {
        Progress begun = new Progress(0, ALL, false);
        if (running.putIfAbsent(report.year(), begun) == null) {
            worker.execute(() -> make(report));
        }
    }

    /** How far the making is; empty where none is going on. */
    Optional<Progress> progress(int year) {
        return Optional.ofNullable(running.get(year));
    }

    private void make(StoredReport report) {
        try {
            for (DocumentLanguage language : DocumentLanguage.values()) {
                Document document = document(report, language);
                save(report, language, new DocxRenderer(), document);
                save(report, language, new PdfRenderer(), document);
                annex(report, language);
            }
            running.remove(report.year());
        } catch (IOException | RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("year", report.year()).log("files of an annual report not made");
            running.computeIfPresent(report.year(), (_, was) -> new Progress(was.made(), was.of(), true));
        }
    }

    /** Forgets a failure, so that it can be tried again. */
    void forget(int year) {
        running.computeIfPresent(year, (_, was) -> was.failed() ? null : was);
    }

    private Document document(StoredReport report, DocumentLanguage language) {
        ReportContent content = frozen.content(report.year()).orElseThrow();
        StoredReport.Seal seal = Objects.requireNonNull(report.frozen());
        PaperDetails details = new PaperDetails(
                "BC-" + report.year(),
                report.version(),
                seal.at(),
                seal.by(),
                new Marking(Marking.Tlp.AMBER, FormWords.in(language).text("forms.marking")),
                null);
        String agency = organizations.root().name(java.util.Locale.of(language.tag()));
        return new ReportPaper(reports.pack(report))
                .paper(content, report.head().frame(agency), language, details)
                .document();
    }

    private void save(StoredReport report, DocumentLanguage language, DocumentRenderer renderer, Document document)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(document, out);
        keep(report, renderer.format().extension(), language, out.toByteArray());
    }

    private void annex(StoredReport report, DocumentLanguage language) throws IOException {
        ReportContent content = frozen.content(report.year()).orElseThrow();
        ReportPaper paper = new ReportPaper(reports.pack(report));
        FormWords words = FormWords.in(language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<List<Object>> rows = paper.annexRows(content);
        SheetWriter.write(SheetFormat.XLSX, out, words.text("forms.annex"), paper.annexColumns(words), rows);
        keep(report, SheetFormat.XLSX.extension(), language, out.toByteArray());
    }

    private void keep(StoredReport report, String format, DocumentLanguage language, byte[] content) {
        store.saveFile(report.year(), new ReportFile(format, language.tag(), content, FrozenReports.sha256(content)));
        running.computeIfPresent(report.year(), (_, was) -> was.next());
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(LAST_WORDS.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
            LOG.atWarn().log("files of an annual report were still being made");
        }
    }
}
