package vn.chieng.api.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Pictures;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.Table;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.docx.DocxText;
import vn.chieng.api.documents.pdf.PdfConformance;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.documents.pdf.PdfText;
import vn.chieng.api.forms.FormPaper;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.forms.SampleForms;

class ReportPaperTest {
    private static final ReportPaper PAPER = new ReportPaper(SampleForms.PACK);

    @Test
    void aHundredAndFiftySystemsBecomeACompleteAccessiblePaperInTime() throws IOException {
        ReportContent report = SampleReports.report(10, 15);
        long begun = System.nanoTime();
        FormPaper paper = paper(report, DocumentLanguage.VIETNAMESE);
        byte[] pdf = RenderedFiles.of(paper.document(), new PdfRenderer());
        byte[] docx = RenderedFiles.of(paper.document(), new DocxRenderer());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf("150 systems: %d ms, PDF %d, DOCX %d bytes%n", millis, pdf.length, docx.length);
        assertThat(millis).isLessThan(60_000);
        assertThat(paper.gaps()).isEmpty();
        assertThat(paper.document().texts()).contains("150", "BÁO CÁO", "PHỤ LỤC", "Hệ thống thử nghiệm 9.14");
        String text = RenderedFiles.squeezed(PdfText.of(pdf));
        assertThat(paper.document().texts())
                .filteredOn(piece -> !piece.startsWith("Hệ thống"))
                .allSatisfy(piece -> assertThat(text).contains(RenderedFiles.squeezed(piece)));
        String word = RenderedFiles.squeezed(DocxText.of(docx));
        assertThat(paper.document().texts())
                .allSatisfy(piece -> assertThat(word).contains(RenderedFiles.squeezed(piece)));
        Pictures.draw("form-08", pdf);
    }

    @Test
    void theAnnexLiesOnItsSideWithTwelveNumberedColumns() throws IOException {
        Document document =
                paper(SampleReports.report(1, 4), DocumentLanguage.ENGLISH).document();
        Table annex = (Table) document.blocks().getLast();
        assertThat(annex.columns()).hasSize(12);
        assertThat(annex.header().getLast())
                .isEqualTo(Table.Row.of(
                        "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"));
        PdfConformance.assertConforms(RenderedFiles.of(document, new PdfRenderer()));
    }

    @Test
    void theAnnexHasTheSameCellsAsATable() {
        ReportContent report = SampleReports.report(2, 3);
        assertThat(PAPER.annexColumns(FormWords.in(DocumentLanguage.VIETNAMESE)))
                .hasSize(12)
                .startsWith("TT", "Tên hệ thống thông tin");
        assertThat(PAPER.annexRows(report))
                .hasSize(6)
                .last()
                .satisfies(row ->
                        assertThat(row).startsWith(6, "Hệ thống thử nghiệm 1.2").contains("Đã gửi thẩm định"));
    }

    @Test
    void whatWasLateIsAChapterOfItsOwnInBothLanguagesAndInBothFiles() throws IOException {
        ReportContent inTime = SampleReports.report(2, 1);
        List<ReportContent.Unit> units = new ArrayList<>(inTime.units());
        ReportContent.Unit second = units.get(1);
        units.set(
                1,
                new ReportContent.Unit(
                        second.organizationId(),
                        second.name(),
                        true,
                        new LateApproval("Chờ sáp nhập", "Ông Trần Văn B, Giám đốc"),
                        second.part()));
        ReportContent late = new ReportContent(
                2026,
                inTime.first(),
                inTime.last(),
                inTime.sections(),
                units,
                new LateApproval("Chờ số liệu của xã", "Bà Lê Thị C, Phó Chủ tịch"));
        for (DocumentLanguage language : DocumentLanguage.values()) {
            FormWords words = FormWords.in(language);
            List<String> expected = List.of(
                    "13. " + words.text("forms.late-parts"),
                    words.text("forms.late-whole", "Chờ số liệu của xã", "Bà Lê Thị C, Phó Chủ tịch"),
                    words.text("forms.late-part", second.name(), "Chờ sáp nhập", "Ông Trần Văn B, Giám đốc"));
            Document document = paper(late, language).document();
            assertThat(document.texts()).containsSubsequence(expected);
            String pdf = RenderedFiles.squeezed(PdfText.of(RenderedFiles.of(document, new PdfRenderer())));
            String word = RenderedFiles.squeezed(DocxText.of(RenderedFiles.of(document, new DocxRenderer())));
            assertThat(expected).allSatisfy(piece -> {
                assertThat(pdf).contains(RenderedFiles.squeezed(piece));
                assertThat(word).contains(RenderedFiles.squeezed(piece));
            });
            assertThat(paper(inTime, language).document().texts()).doesNotContain(expected.getFirst());
        }
    }

    private static FormPaper paper(ReportContent report, DocumentLanguage language) {
        return PAPER.paper(report, SampleForms.frame(), language, SampleForms.details());
    }
}
