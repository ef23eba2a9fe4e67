package vn.chieng.api.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.pdf.PdfConformance;
import vn.chieng.law.ShippedLaw;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** Every report of the shipped law on paper, filled with text that an attacker wrote. */
class ReportPaperTest {
    private static final String HOSTILE =
            "<script>alert(1)</script> \u202Egnp.exe \u0007 & =cmd|calc!A1 {{7*7}}\nỆ Ữ đ Ẵ e\u0323\u0302";
    private static final ReportPaper PAPER = new ReportPaper(new ReportPaper.PaperWords(
            "ngày %02d tháng %02d năm %d",
            "(chưa có thông tin)", "Biểu mẫu đề xuất.", "NGƯỜI CÓ THẨM QUYỀN", "(Ký)", "DIỄN TẬP"));

    static Stream<IncidentReport> reports() {
        return pack().incidents().reports().stream().map(ReportPaperTest::filled);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void saysTheSameInModelDocxAndPdfAndIsArchivableAndAccessible(IncidentReport report) throws IOException {
        byte[] pdf = PAPER.print(report, DocumentFormat.PDF).bytes();
        byte[] docx = PAPER.print(report, DocumentFormat.DOCX).bytes();
        PdfConformance.assertConforms(pdf);
        String fromPdf;
        try (var document = Loader.loadPDF(pdf)) {
            fromPdf = squeezed(new PDFTextStripper().getText(document));
        }
        String fromDocx;
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(document)) {
            fromDocx = squeezed(extractor.getText());
        }
        assertThat(PAPER.document(report).texts()).allSatisfy(text -> {
            assertThat(fromPdf).contains(squeezed(text));
            assertThat(fromDocx).contains(squeezed(text));
        });
        assertThat(fromPdf).contains("[U+202E]").doesNotContain("\u202E");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theSameVersionGivesTheSameBytes(IncidentReport report) throws IOException {
        assertThat(PAPER.print(report, DocumentFormat.DOCX).sha256())
                .isEqualTo(PAPER.print(report, DocumentFormat.DOCX).sha256());
        assertThat(PAPER.print(report, DocumentFormat.PDF).sha256())
                .isEqualTo(PAPER.print(report, DocumentFormat.PDF).sha256());
    }

    private static IncidentReport filled(Incidents.Report form) {
        List<ReportLine> lines = form.fields().stream()
                .map(field -> new ReportLine(
                        field.key(), field.label().vi(), HOSTILE, ReportLine.Source.TYPED, !field.optional()))
                .toList();
        return new IncidentReport(
                1,
                7,
                "SC-2026-00408",
                form.id(),
                null,
                2,
                pack().version(),
                form.title().vi(),
                lines,
                IncidentReport.Hashes.NONE,
                Instant.parse("2026-11-22T03:00:00Z"),
                "Nguyễn Văn A",
                "Công an tỉnh Gia Lai",
                "AMBER",
                form.id().equals("BM-SC-05"),
                null);
    }

    private static LawPack pack() {
        return ShippedLaw.packs().stream()
                .map(PackReader::read)
                .filter(PackReading.Accepted.class::isInstance)
                .map(read -> ((PackReading.Accepted) read).pack())
                .filter(pack -> pack.head().pack().equals("ND331-2026"))
                .findFirst()
                .orElseThrow();
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(RenderedFiles.squeezed(text), Normalizer.Form.NFC);
    }
}
