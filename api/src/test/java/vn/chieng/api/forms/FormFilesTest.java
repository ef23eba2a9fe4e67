package vn.chieng.api.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.pdf.PdfConformance;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.documents.pdf.PdfText;

/** Every form as a file; with {@code -Dchieng.pictures=true} its pages are drawn into target/pictures to be looked at. */
class FormFilesTest {
    private static final PdfRenderer PDF = new PdfRenderer();
    private static final DocxRenderer DOCX = new DocxRenderer();

    @ParameterizedTest
    @ValueSource(strings = {"form-01", "form-02", "form-03", "form-04", "form-05", "form-06", "form-07"})
    void isArchivableAccessibleAndSaysWhatTheModelSays(String form) throws IOException {
        Document document = SampleForms.form(form, DocumentLanguage.VIETNAMESE).document();
        byte[] file = RenderedFiles.of(document, PDF);
        PdfConformance.assertConforms(file);
        String text = RenderedFiles.squeezed(PdfText.of(file));
        for (String piece : document.texts()) {
            assertThat(text).contains(RenderedFiles.squeezed(piece));
        }
        draw(form, document, file);
    }

    @Test
    void theSameFormGivesTheSameBytes() throws IOException {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            Document once = SampleForms.form("form-06", language).document();
            Document again = SampleForms.form("form-06", language).document();
            assertThat(RenderedFiles.of(once, PDF)).isEqualTo(RenderedFiles.of(again, PDF));
            assertThat(RenderedFiles.of(once, DOCX)).isEqualTo(RenderedFiles.of(again, DOCX));
            draw("form-06-" + language.tag(), once, RenderedFiles.of(once, PDF));
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
        for (int page = 4; page <= 8; page++) {
            assertThat(PdfText.of(file, page)).as("page " + page).contains("Tên, chủng loại");
        }
        draw("dossier", document, file);
    }

    private static void draw(String name, Document document, byte[] file) throws IOException {
        if (!Boolean.getBoolean("chieng.pictures")) {
            return;
        }
        Path folder = Files.createDirectories(Path.of("target/pictures"));
        Files.write(folder.resolve(name + ".docx"), RenderedFiles.of(document, DOCX));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < Math.min(pdf.getNumberOfPages(), 6); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 60),
                        "png",
                        folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
