package vn.chieng.api.documents.docx;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.PageBreak.Orientation;

/** What surrounds the text of every page: paper, margins, page number from the second page, marking, foot line, watermark. */
final class DocxFrame {
    static final int SHORT_SIDE = 11906;
    static final int LONG_SIDE = 16838;
    private static final int MM_20 = 1134;
    private static final int MM_30 = 1701;

    private DocxFrame() {}

    static void set(XWPFDocument word, Document document) {
        CTBody body = word.getDocument().getBody();
        CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        section.addNewTitlePg();
        setPaper(section, Orientation.PORTRAIT);
        String marking = document.details().marking().line();
        String watermark = document.details().watermark();
        for (HeaderFooterType type : new HeaderFooterType[] {HeaderFooterType.FIRST, HeaderFooterType.DEFAULT}) {
            XWPFHeader header = word.createHeader(type);
            writeNumber(header.createParagraph(), type);
            XWPFParagraph label = header.createParagraph();
            label.setAlignment(ParagraphAlignment.RIGHT);
            Paragraphs.close(label);
            run(label, marking, 10).setBold(true);
            if (watermark != null) {
                DocxWatermark.lay(watermark, label, type);
            }
            XWPFFooter footer = word.createFooter(type);
            XWPFParagraph foot = footer.createParagraph();
            foot.setAlignment(ParagraphAlignment.CENTER);
            foot.setSpacingAfter(0);
            run(foot, document.footer(), 8);
        }
    }

    /** How much room the text has between the left and the right margin. */
    static int textWidth(Orientation orientation) {
        return switch (orientation) {
            case PORTRAIT -> SHORT_SIDE - MM_30 - MM_20;
            case LANDSCAPE -> LONG_SIDE - MM_20 - MM_20;
        };
    }

    static void setPaper(CTSectPr section, Orientation orientation) {
        boolean lying = orientation == Orientation.LANDSCAPE;
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(lying ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(lying ? SHORT_SIDE : LONG_SIDE));
        size.setOrient(lying ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(lying ? MM_30 : MM_20));
        margins.setBottom(BigInteger.valueOf(MM_20));
        margins.setLeft(BigInteger.valueOf(lying ? MM_20 : MM_30));
        margins.setRight(BigInteger.valueOf(MM_20));
        margins.setHeader(BigInteger.valueOf(454));
        margins.setFooter(BigInteger.valueOf(454));
        margins.setGutter(BigInteger.ZERO);
    }

    /** The first page has no number, but the room for it. */
    private static void writeNumber(XWPFParagraph number, HeaderFooterType type) {
        number.setAlignment(ParagraphAlignment.CENTER);
        Paragraphs.close(number);
        if (type == HeaderFooterType.DEFAULT) {
            CTSimpleField page = number.getCTP().addNewFldSimple();
            page.setInstr("PAGE");
            page.addNewR().addNewT().setStringValue("2");
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        return run;
    }
}
