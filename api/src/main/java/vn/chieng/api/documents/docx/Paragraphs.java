package vn.chieng.api.documents.docx;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import vn.chieng.api.documents.Run;

/** Fills paragraphs: runs with their lettering, line ends, rules. */
final class Paragraphs {
    private Paragraphs() {}

    static void fill(XWPFParagraph paragraph, List<Run> runs, int size, boolean allBold) {
        for (Run run : runs) {
            letter(add(paragraph, run.text(), size), run.bold() || allBold, run.italic());
        }
    }

    /** One paragraph of one kind of lettering, without distance to the next. */
    static XWPFParagraph line(
            XWPFParagraph paragraph,
            String text,
            int size,
            ParagraphAlignment alignment,
            boolean bold,
            boolean italic) {
        paragraph.setAlignment(alignment);
        close(paragraph);
        letter(add(paragraph, text, size), bold, italic);
        return paragraph;
    }

    /** No distance to what follows, lines as close as their letters allow. */
    static void close(XWPFParagraph paragraph) {
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(1.0);
    }

    /** An empty paragraph as thin as possible with a rule of the given width in the middle. */
    static void rule(XWPFParagraph paragraph, int room, int width) {
        close(paragraph);
        add(paragraph, "", 2);
        int side = Math.max(0, (room - width) / 2);
        paragraph.setIndentationLeft(side);
        paragraph.setIndentationRight(side);
        CTPPr properties = paragraph.getCTP().getPPr();
        CTBorder top = properties.addNewPBdr().addNewTop();
        top.setVal(STBorder.SINGLE);
        top.setSz(BigInteger.valueOf(6));
        top.setSpace(BigInteger.ONE);
        markSize(properties, 2);
    }

    /** The mark at the end of a paragraph has a size too, and holds an empty one open. */
    static void markSize(CTPPr properties, int points) {
        var mark = properties.isSetRPr() ? properties.getRPr() : properties.addNewRPr();
        mark.addNewSz().setVal(BigInteger.valueOf(2L * points));
    }

    private static XWPFRun add(XWPFParagraph paragraph, String text, int size) {
        XWPFRun run = paragraph.createRun();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                run.addBreak();
            }
            if (!line.isEmpty()) {
                run.setText(line, run.getCTR().sizeOfTArray());
            }
            first = false;
        }
        run.setFontSize(size);
        return run;
    }

    private static void letter(XWPFRun run, boolean bold, boolean italic) {
        if (bold) {
            run.setBold(true);
        }
        if (italic) {
            run.setItalic(true);
        }
    }
}
