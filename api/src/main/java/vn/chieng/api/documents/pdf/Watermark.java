package vn.chieng.api.documents.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** Lays pale words across every page, under its text and outside its structure. */
final class Watermark {
    private static final float PALE = 0.93f;
    private static final double LARGEST = 110;
    private static final double SHARE_OF_DIAGONAL = 0.7;

    private Watermark() {}

    static void lay(String words, PDFont font, PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            lay(words, font, pdf, page);
        }
    }

    private static void lay(String words, PDFont font, PDDocument pdf, PDPage page) throws IOException {
        PDRectangle box = page.getMediaBox();
        double room = Math.hypot(box.getWidth(), box.getHeight()) * SHARE_OF_DIAGONAL;
        double size = Math.min(LARGEST, room * 1000 / font.getStringWidth(words));
        double angle = Math.atan2(box.getHeight(), box.getWidth());
        double half = font.getStringWidth(words) * size / 2000;
        double x = box.getWidth() / 2.0 - half * Math.cos(angle) + size / 3 * Math.sin(angle);
        double y = box.getHeight() / 2.0 - half * Math.sin(angle) - size / 3 * Math.cos(angle);
        try (PDPageContentStream content =
                new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.PREPEND, true, false)) {
            content.beginMarkedContent(COSName.ARTIFACT, artifact());
            content.saveGraphicsState();
            content.beginText();
            content.setNonStrokingColor(PALE, PALE, PALE);
            content.setFont(font, (float) size);
            content.setTextMatrix(Matrix.getRotateInstance(angle, (float) x, (float) y));
            content.showText(words);
            content.endText();
            content.restoreGraphicsState();
            content.endMarkedContent();
        }
    }

    private static PDPropertyList artifact() {
        COSDictionary properties = new COSDictionary();
        properties.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        properties.setItem(COSName.SUBTYPE, COSName.getPDFName("Watermark"));
        return PDPropertyList.create(properties);
    }
}
