package vn.chieng.api.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Pictures;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.docx.DocxText;
import vn.chieng.api.documents.pdf.PdfConformance;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.documents.pdf.PdfText;

/** Every form as a file; with {@code -Dchieng.pictures=true} its pages are drawn into target/pictures to be looked at. */
class FormFilesTest {
    private static final PdfRenderer PDF = new PdfRenderer();
    private static final DocxRenderer DOCX = new DocxRenderer();

    @ParameterizedTest
    @ValueSource(strings = {"form-01", "form-02", "form-03", "form-04", "form-05", "form-06", "form-07"})
    void isArchivableAccessibleAndSaysTheSameInTheModelInWordAndInPdf(String form) throws IOException {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            Document document = SampleForms.form(form, language).document();
            byte[] file = RenderedFiles.of(document, PDF);
            PdfConformance.assertConforms(file);
            assertSaysTheSame(document, PdfText.of(file));
            assertSaysTheSame(document, DocxText.of(RenderedFiles.of(document, DOCX)));
            Pictures.draw(form + "-" + language.tag(), file);
        }
    }

    private static void assertSaysTheSame(Document document, String file) {
        String text = RenderedFiles.squeezed(file);
        for (String piece : document.texts()) {
            assertThat(text).contains(RenderedFiles.squeezed(piece));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-01", "form-02", "form-03", "form-04", "form-05", "form-06", "form-07"})
    void theSameFormGivesTheSameBytes(String form) throws IOException {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            Document once = SampleForms.form(form, language).document();
            Document again = SampleForms.form(form, language).document();
            assertThat(RenderedFiles.of(once, PDF)).isEqualTo(RenderedFiles.of(again, PDF));
            assertThat(RenderedFiles.of(once, DOCX)).isEqualTo(RenderedFiles.of(again, DOCX));
        }
    }

    @Test
    void aDossierOfThreeHundredDevicesRepeatsTheHeadOfItsTable() throws IOException {
        Document document = DossierForms.dossier(
                        SampleForms.PACK, SampleForms.dossier(300), DocumentLanguage.VIETNAMESE, SampleForms.details())
                .document();
        byte[] file = RenderedFiles.of(document, PDF);
        int pages = PdfText.pages(file);
        assertThat(pages).isGreaterThan(12);
        assertThat(PdfText.of(file, 5).lines().filter(line -> line.contains("Chạy dịch vụ thử nghiệm")))
                .as("rows fill the page to its foot")
                .hasSizeGreaterThanOrEqualTo(19);
        for (int page = 4; page <= 8; page++) {
            assertThat(PdfText.of(file, page)).as("page " + page).contains("Tên, chủng loại");
        }
        assertSaysTheSame(document, DocxText.of(RenderedFiles.of(document, DOCX)));
        Pictures.draw("dossier", file);
    }
}
