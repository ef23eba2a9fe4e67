package vn.chieng.api.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Letters;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.RenderedFile;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.Run;
import vn.chieng.api.documents.SampleDocuments;

class PdfRendererTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();

    @Test
    void showsEveryTextOfTheModelInItsOrder() throws IOException {
        Document document = SampleDocuments.form(DocumentLanguage.VIETNAMESE);
        String text = RenderedFiles.squeezed(PdfText.of(RenderedFiles.of(document, RENDERER)));
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        StringBuilder rest = new StringBuilder(text);
        int from = 0;
        for (String piece : document.texts()) {
            String wanted = RenderedFiles.squeezed(piece);
            int at = rest.indexOf(wanted, from);
            assertThat(at).as(piece).isNotNegative();
            rest.delete(at, at + wanted.length());
            from = at;
        }
        String around = rest.toString()
                .replace(RenderedFiles.squeezed(document.footer()), "")
                .replace(RenderedFiles.squeezed(document.details().marking().line()), "");
        assertThat(around).as("nothing but the dashes of lists besides").matches("-*");
    }

    @Test
    void showsTheHundredAndThirtyFourLettersInEveryStyle() throws IOException {
        byte[] file = RenderedFiles.of(
                SampleDocuments.of(
                        Paragraph.of(Letters.ALL),
                        Paragraph.of(Run.bold(Letters.ALL)),
                        Paragraph.of(Run.italic(Letters.ALL)),
                        Paragraph.of(new Run(Letters.ALL, true, true))),
                RENDERER);
        String text = RenderedFiles.squeezed(PdfText.of(file));
        assertThat(text).containsSubsequence(Letters.ALL, Letters.ALL, Letters.ALL, Letters.ALL);
    }

    @Test
    void embedsEveryFontAsASubset() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(RenderedFiles.of(SampleDocuments.everyPart(), RENDERER))) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
                }
            }
        }
    }

    @Test
    void numbersPagesFromTheSecondAndRepeatsTheHeadOfATable() throws IOException {
        byte[] file = RenderedFiles.of(SampleDocuments.longTable(100), RENDERER);
        int pages = PdfText.pages(file);
        assertThat(pages).isBetween(3, 5);
        assertThat(PdfText.of(file, 1).lines().map(String::strip)).doesNotContain("1\n");
        assertThat(PdfText.of(file, 1).strip()).startsWith("TLP:AMBER");
        for (int page = 2; page <= pages; page++) {
            String text = PdfText.of(file, page);
            assertThat(text.strip()).startsWith(Integer.toString(page));
            assertThat(text).as("page " + page).contains("Tên thiết bị");
        }
        List<String> lines = PdfText.of(file).lines().toList();
        assertThat(IntStream.rangeClosed(1, 100).mapToObj(i -> "Thiết bị " + i))
                .allMatch(device -> lines.stream()
                                .filter(line -> (line + " ").contains(device + " "))
                                .count()
                        == 1);
    }

    @Test
    void keepsTheSignatureWithTextBeforeIt() throws IOException {
        Closing closing =
                new Closing(List.of("Lưu."), List.of(new Closing.Signature(List.of(), "GIÁM ĐỐC", null, "Người Ký")));
        for (int lines = 20; lines < 40; lines++) {
            Document document =
                    SampleDocuments.of(Paragraph.of("Dòng\n".repeat(lines)), Paragraph.of("Câu cuối cùng./."), closing);
            byte[] file = RenderedFiles.of(document, RENDERER);
            String last = PdfText.of(file, PdfText.pages(file));
            assertThat(last).as(lines + " lines").contains("Câu cuối cùng", "GIÁM ĐỐC", "Người Ký", "Nơi nhận");
        }
    }

    @Test
    void laysTheWatermarkOnEveryPage() throws IOException {
        byte[] file = RenderedFiles.of(SampleDocuments.everyPart(), RENDERER);
        for (int page = 1; page <= PdfText.pages(file); page++) {
            assertThat(RenderedFiles.squeezed(PdfText.of(file, page))).contains("DIỄNTẬP");
        }
    }

    @Test
    void setsTheNationalTitleInOneLine() throws IOException {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            byte[] file = RenderedFiles.of(SampleDocuments.form(language), RENDERER);
            assertThat(PdfText.of(file).lines()).anyMatch(line -> line.contains(language.nationalTitle()));
        }
    }

    @Test
    void makesTheSameBytesAgain() throws IOException {
        byte[] once = RenderedFiles.of(SampleDocuments.everyPart(), RENDERER);
        assertThat(RenderedFiles.of(SampleDocuments.everyPart(), new PdfRenderer()))
                .isEqualTo(once);
    }

    @Test
    void bringsBookmarksLanguageAndDetailsAlong() throws IOException {
        Document document = SampleDocuments.form(DocumentLanguage.ENGLISH);
        try (PDDocument pdf = Loader.loadPDF(RenderedFiles.of(document, RENDERER))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Appraisal of a level-proposal dossier");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo(document.footer());
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(document.details().createdAt());
            var title = pdf.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(title.getTitle()).isEqualTo("APPRAISAL OPINION");
            assertThat(title.children())
                    .extracting("title")
                    .containsExactly("1. Documents received", "2. Remarks", "3. Conclusion");
        }
    }

    @Test
    void showsHostileTextAndNothingElse() throws IOException {
        String hostile =
                "<script>alert(1)</script> &amp; <img src=x> ]]> <!-- \" ' [U+202E] 中 {{7*7}} url(file:///etc/passwd)";
        byte[] file = RenderedFiles.of(
                SampleDocuments.of(
                        new DocumentTitle("<b>TIÊU ĐỀ</b>", null),
                        Paragraph.of(hostile),
                        Paragraph.of("a".repeat(10_000)),
                        Paragraph.of("Vie\u0323\u0302t")),
                RENDERER);
        String text = RenderedFiles.squeezed(PdfText.of(file));
        assertThat(text).contains(RenderedFiles.squeezed(hostile.replace("中", "[U+4E2D]")), "<b>TIÊUĐỀ</b>", "Việt");
        assertThat(text.chars().filter(c -> c == 'a').count()).isGreaterThan(10_000);
    }

    @Test
    void makesFortyPagesInFiveSecondsOfWork() throws IOException {
        Document document = SampleDocuments.dossier(22);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        RenderedFile file = RENDERER.render(document, OutputStream.nullOutputStream());
        long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        int pages = PdfText.pages(RenderedFiles.of(document, RENDERER));
        System.out.printf("%d pages of PDF: %d ms of work, %d bytes%n", pages, work / 1_000_000, file.bytes());
        assertThat(pages).isGreaterThanOrEqualTo(40);
        assertThat(work).isLessThan(5_000_000_000L);
        assertThat(file.bytes()).isLessThan(1 << 20);
    }
}
