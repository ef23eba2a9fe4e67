package vn.chieng.api.documents.docx;

import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.api.documents.typeface.Style;
import vn.chieng.api.documents.typeface.Typeface;

/** Writes what makes a state document: its head, its title, its closing. */
final class DocxState {
    private static final int TWIPS = 20;
    private static final int MM_22 = 1247;
    private static final int MM_26 = 1474;

    private final XWPFDocument word;
    private final DocxTables tables;
    private final DocumentLanguage language;
    private final Typeface typeface;

    DocxState(XWPFDocument word, DocxTables tables, DocumentLanguage language, Typeface typeface) {
        this.word = word;
        this.tables = tables;
        this.language = language;
        this.typeface = typeface;
    }

    void write(StateHeader header, int room) {
        int left = room * 42 / 100;
        int right = room - left;
        CTTbl grid = tables.begin(new int[] {left, right}, false);
        CTRow top = DocxTables.row(grid);
        CTTc agencies = DocxTables.cell(top, left, 1);
        if (header.parentAgency() != null) {
            centered(agencies, header.parentAgency(), 12, false, false);
        }
        centered(agencies, header.agency(), 12, true, false);
        Paragraphs.rule(tables.paragraph(agencies), left, MM_22);
        CTTc nation = DocxTables.cell(top, right, 1);
        nation.getTcPr().addNewNoWrap();
        centered(nation, language.nationalTitle(), 12, true, false);
        centered(nation, language.motto(), 13, true, false);
        double motto = typeface.widthOf(language.motto(), Style.BOLD, 13);
        Paragraphs.rule(tables.paragraph(nation), right, (int) Math.round(motto * TWIPS));
        CTRow below = DocxTables.row(grid);
        CTTc number = DocxTables.cell(below, left, 1);
        writeNumber(number, header.number(), header.subject());
        XWPFParagraph place = centered(DocxTables.cell(below, right, 1), header.placeAndDate(), 13, false, true);
        place.setSpacingBefore(120);
        gap();
    }

    private void writeNumber(CTTc cell, @Nullable String number, @Nullable String subject) {
        if (number != null) {
            centered(cell, number, 13, false, false).setSpacingBefore(120);
        }
        if (subject != null) {
            centered(cell, subject, 12, false, false);
        }
        if (number == null && subject == null) {
            tables.paragraph(cell);
        }
    }

    void write(DocumentTitle title, int room) {
        XWPFParagraph kind = word.createParagraph();
        kind.setStyle(DocxStyles.TITLE);
        kind.setAlignment(ParagraphAlignment.CENTER);
        kind.setKeepNext(true);
        kind.createRun().setText(title.kind());
        if (title.about() != null) {
            XWPFParagraph about = word.createParagraph();
            Paragraphs.line(about, title.about(), 14, ParagraphAlignment.CENTER, true, false);
            about.setKeepNext(true);
        }
        XWPFParagraph rule = word.createParagraph();
        Paragraphs.rule(rule, room, MM_26);
        rule.setSpacingBefore(60);
        rule.setSpacingAfter(240);
        rule.setKeepNext(true);
    }

    void write(Closing closing, int room) {
        int half = room / 2;
        CTTbl grid = tables.begin(new int[] {half, room - half}, false);
        for (Closing.Pair pair : closing.pairs()) {
            CTRow line = DocxTables.row(grid);
            write(pair.left(), DocxTables.cell(line, half, 1));
            write(pair.right(), DocxTables.cell(line, room - half, 1));
        }
        gap();
    }

    private void write(Closing.Side side, CTTc cell) {
        switch (side) {
            case Closing.Nothing _ -> tables.paragraph(cell);
            case Closing.Recipients(List<String> names) -> {
                Paragraphs.line(tables.paragraph(cell), language.recipients(), 12, ParagraphAlignment.LEFT, true, true);
                names.forEach(name -> Paragraphs.line(
                        tables.paragraph(cell), "- " + name, 11, ParagraphAlignment.LEFT, false, false));
            }
            case Closing.Signature signature -> write(signature, cell);
        }
    }

    private void write(Closing.Signature signature, CTTc cell) {
        signature.authority().forEach(line -> centered(cell, line, 14, true, false));
        XWPFParagraph last = centered(cell, signature.position(), 14, true, false);
        if (signature.hint() != null) {
            last = centered(cell, signature.hint(), 12, false, true);
        }
        last.setSpacingAfter(MM_26);
        if (signature.name() != null) {
            centered(cell, signature.name(), 14, true, false);
        }
    }

    private XWPFParagraph centered(CTTc cell, String text, int size, boolean bold, boolean italic) {
        return Paragraphs.line(tables.paragraph(cell), text, size, ParagraphAlignment.CENTER, bold, italic);
    }

    private void gap() {
        XWPFParagraph gap = word.createParagraph();
        Paragraphs.close(gap);
        Paragraphs.markSize(gap.getCTP().getPPr(), 6);
    }
}
