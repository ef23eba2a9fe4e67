package vn.chieng.api.documents.docx;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.chieng.api.documents.ItemList;
import vn.chieng.api.documents.Run;

/** Writes lists with labels that Word itself counts, so that an item may be added in Word. */
final class DocxLists {
    private static final int MM_10 = 567;
    private static final int MM_5 = 283;

    private final XWPFNumbering numbering;
    private final XWPFDocument word;
    private final BigInteger dashes;
    private final BigInteger numbers;
    private final BigInteger dashList;

    DocxLists(XWPFDocument word) {
        this.word = word;
        numbering = word.createNumbering();
        dashes = define(0, STNumberFormat.BULLET, "-");
        numbers = define(1, STNumberFormat.DECIMAL, "%1.");
        dashList = numbering.addNum(dashes);
    }

    void write(ItemList list) {
        write(list, MM_10 + MM_5);
    }

    void write(ItemList list, int indentation) {
        BigInteger labels = switch (list.label()) {
            case DASH -> dashList;
            case NUMBER -> beginAtOne();
        };
        for (List<Run> item : list.items()) {
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.setNumID(labels);
            paragraph.setNumILvl(BigInteger.ZERO);
            paragraph.setAlignment(ParagraphAlignment.BOTH);
            paragraph.setIndentationLeft(indentation);
            paragraph.setIndentationHanging(MM_5);
            paragraph.setSpacingAfter(60);
            Paragraphs.fill(paragraph, item, 14, false);
        }
    }

    /** Without its own beginning a second numbered list would count on from the first. */
    private BigInteger beginAtOne() {
        BigInteger id = numbering.addNum(numbers);
        var override = numbering.getNum(id).getCTNum().addNewLvlOverride();
        override.setIlvl(BigInteger.ZERO);
        override.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }

    private BigInteger define(int id, STNumberFormat.Enum format, String text) {
        CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.valueOf(id));
        CTLvl level = definition.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
        return numbering.addAbstractNum(new XWPFAbstractNum(definition));
    }
}
