package vn.chieng.api.documents.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.ItemList;
import vn.chieng.api.documents.Letters;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.SampleDocuments;

class DocxRendererTest {
    private static final DocxRenderer RENDERER = new DocxRenderer();

    @Test
    void showsEveryTextOfTheModelInItsOrderAndNothingElse() throws IOException {
        for (Document document : List.of(
                SampleDocuments.everyPart(),
                SampleDocuments.form(DocumentLanguage.VIETNAMESE),
                SampleDocuments.form(DocumentLanguage.ENGLISH))) {
            try (XWPFDocument word = read(document)) {
                StringBuilder text = new StringBuilder();
                word.getBodyElements().forEach(element -> append(element, text));
                String shown = RenderedFiles.squeezed(text.toString());
                String meant = RenderedFiles.squeezed(String.join("", document.texts()));
                assertThat(shown.replace("-", "")).isEqualTo(meant.replace("-", ""));
            }
        }
    }

    @Test
    void makesTheSameBytesAgain() throws IOException {
        byte[] once = RenderedFiles.of(SampleDocuments.everyPart(), RENDERER);
        assertThat(RenderedFiles.of(SampleDocuments.everyPart(), new DocxRenderer()))
                .isEqualTo(once);
    }

    @Test
    void repeatsTheHeadOfATableAndBreaksNoRow() throws IOException {
        try (XWPFDocument word = read(SampleDocuments.longTable(100))) {
            XWPFTable table = word.getTables().getFirst();
            assertThat(table.getRows()).hasSize(101);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
        }
    }

    @Test
    void numbersPagesFromTheSecondAndLaysTheWatermarkOnAll() throws IOException {
        try (XWPFDocument word = read(SampleDocuments.everyPart())) {
            CTSectPr firstSection = word.getParagraphs().stream()
                    .map(XWPFParagraph::getCTP)
                    .filter(paragraph ->
                            paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr())
                    .findFirst()
                    .orElseThrow()
                    .getPPr()
                    .getSectPr();
            XWPFHeaderFooterPolicy frame = new XWPFHeaderFooterPolicy(word, firstSection);
            assertThat(firstSection.isSetTitlePg()).isTrue();
            assertThat(frame.getFirstPageHeader()._getHdrFtr().xmlText())
                    .contains("string=\"DIỄN TẬP\"")
                    .doesNotContain("PAGE");
            assertThat(frame.getDefaultHeader()._getHdrFtr().xmlText())
                    .contains("string=\"DIỄN TẬP\"")
                    .contains("w:instr=\"PAGE\"");
            assertThat(frame.getDefaultFooter().getText())
                    .contains(SampleDocuments.everyPart().footer());
        }
    }

    @Test
    void laysTheWidePagesOnTheirSide() throws IOException {
        try (XWPFDocument word = read(SampleDocuments.everyPart())) {
            List<String> orientations = new ArrayList<>();
            word.getParagraphs().stream()
                    .map(XWPFParagraph::getCTP)
                    .filter(paragraph ->
                            paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr())
                    .forEach(paragraph -> orientations.add(
                            paragraph.getPPr().getSectPr().getPgSz().getOrient().toString()));
            orientations.add(word.getDocument()
                    .getBody()
                    .getSectPr()
                    .getPgSz()
                    .getOrient()
                    .toString());
            assertThat(orientations).containsExactly("portrait", "landscape", "portrait");
        }
    }

    @Test
    void keepsTheSignatureWithTextBeforeIt() throws IOException {
        Closing closing = new Closing(List.of(), List.of(new Closing.Signature(List.of(), "GIÁM ĐỐC", null, null)));
        try (XWPFDocument word = read(SampleDocuments.of(Paragraph.of("Câu cuối./."), closing))) {
            assertThat(word.getParagraphs().getFirst().getCTP().getPPr().isSetKeepNext())
                    .isTrue();
        }
    }

    @Test
    void countsEachNumberedListFromOne() throws IOException {
        try (XWPFDocument word = read(SampleDocuments.of(ItemList.numbers("a", "b"), ItemList.numbers("c")))) {
            List<XWPFParagraph> items = word.getParagraphs();
            assertThat(items.get(0).getNumID())
                    .isEqualTo(items.get(1).getNumID())
                    .isNotEqualTo(items.get(2).getNumID());
            assertThat(items.get(2).getNumStartOverride()).isOne();
        }
    }

    @Test
    void bringsLanguageAndDetailsAlong() throws IOException, XmlException {
        try (XWPFDocument word = read(SampleDocuments.form(DocumentLanguage.VIETNAMESE))) {
            var core = word.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Ý kiến thẩm định hồ sơ đề xuất cấp độ");
            assertThat(core.getCreated().toInstant()).isEqualTo("2026-11-20T02:15:30Z");
            assertThat(word.getProperties()
                            .getCustomProperties()
                            .getProperty("chieng.pack")
                            .getLpwstr())
                    .isEqualTo("ND331-2026");
            assertThat(word.getStyle().getDocDefaults().xmlText()).contains("vi-VN", "Times New Roman");
        }
    }

    @Test
    void showsHostileTextAndNothingElse() throws IOException {
        String hostile = "<script>alert(1)</script> &amp; <w:p/> ]]> <!-- \" ' 中 \ud83d\ude00 " + Letters.ALL;
        Document document = SampleDocuments.of(
                Paragraph.of(hostile), Paragraph.of("a".repeat(10_000)), Paragraph.of("Vie\u0323\u0302t\u0007\u202e"));
        try (XWPFDocument word = read(document)) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(hostile, "a".repeat(10_000), "Việt[U+0007][U+202E]");
        }
    }

    private static XWPFDocument read(Document document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(RenderedFiles.of(document, RENDERER)));
    }

    private static void append(IBodyElement element, StringBuilder text) {
        if (element instanceof XWPFParagraph paragraph) {
            text.append(paragraph.getText());
        } else if (element instanceof XWPFTable table) {
            table.getRows()
                    .forEach(row -> row.getTableCells()
                            .forEach(cell -> cell.getBodyElements().forEach(inner -> append(inner, text))));
        }
    }
}
