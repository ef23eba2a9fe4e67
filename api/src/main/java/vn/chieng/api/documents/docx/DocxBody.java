package vn.chieng.api.documents.docx;

import java.util.List;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.chieng.api.documents.Addressees;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Checklist;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.ItemList;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.PageBreak;
import vn.chieng.api.documents.PageBreak.Orientation;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.Run;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.api.documents.Table;
import vn.chieng.api.documents.typeface.Typeface;

/** Writes the blocks in their order; a page break begins a section, because only a section has an orientation. */
final class DocxBody {
    private static final int BODY = 14;
    private static final int MM_10 = 567;

    private final XWPFDocument word;
    private final Document document;
    private final DocumentLanguage language;
    private final DocxTables tables;
    private final DocxState state;
    private final DocxLists lists;
    private Orientation orientation = Orientation.PORTRAIT;
    private boolean inFirstSection = true;

    DocxBody(XWPFDocument word, Document document, Typeface typeface) {
        this.word = word;
        this.document = document;
        this.language = document.details().language();
        this.tables = new DocxTables(word);
        this.state = new DocxState(word, tables, language, typeface);
        this.lists = new DocxLists(word);
    }

    void write() {
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            boolean closingFollows = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Closing;
            int before = word.getDocument().getBody().sizeOfPArray();
            write(blocks.get(i));
            if (closingFollows) {
                keepWithNext(before);
            }
        }
        if (!inFirstSection) {
            CTBody body = word.getDocument().getBody();
            dropFrame(body.getSectPr());
            DocxFrame.setPaper(body.getSectPr(), orientation);
        }
    }

    /** The signature takes the text before it along to the next page. */
    private void keepWithNext(int from) {
        CTBody body = word.getDocument().getBody();
        for (int i = from; i < body.sizeOfPArray(); i++) {
            CTPPr properties = body.getPArray(i).isSetPPr()
                    ? body.getPArray(i).getPPr()
                    : body.getPArray(i).addNewPPr();
            if (!properties.isSetKeepNext()) {
                properties.addNewKeepNext();
            }
        }
    }

    private void write(Block block) {
        int room = DocxFrame.textWidth(orientation);
        switch (block) {
            case StateHeader header -> state.write(header, room);
            case DocumentTitle title -> state.write(title, room);
            case Addressees addressees -> write(addressees);
            case Heading heading -> write(heading);
            case Paragraph paragraph -> write(paragraph);
            case ItemList list -> lists.write(list);
            case KeyValues keyValues -> tables.write(keyValues, room);
            case Table table -> tables.write(table, room);
            case Checklist checklist -> tables.write(checklist.asTable(language), room);
            case Note note -> write(note);
            case Closing closing -> state.write(closing, room);
            case PageBreak(Orientation next) -> breakPage(next);
        }
    }

    private void write(Heading heading) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(DocxStyles.heading(heading.level()));
        paragraph.createRun().setText(heading.text());
    }

    private void write(Addressees addressees) {
        XWPFParagraph label = word.createParagraph();
        label.setAlignment(ParagraphAlignment.CENTER);
        if (addressees.names().size() == 1) {
            String line = language.addressedTo() + " " + addressees.names().getFirst();
            Paragraphs.fill(label, List.of(Run.plain(line)), BODY, false);
            label.setSpacingAfter(240);
            return;
        }
        Paragraphs.fill(label, List.of(Run.plain(language.addressedTo())), BODY, false);
        label.setSpacingAfter(0);
        lists.write(ItemList.dashes(addressees.names().toArray(String[]::new)), 4 * MM_10);
    }

    private void write(Paragraph paragraph) {
        XWPFParagraph text = word.createParagraph();
        switch (paragraph.setting()) {
            case JUSTIFIED -> {
                text.setAlignment(ParagraphAlignment.BOTH);
                text.setIndentationFirstLine(MM_10);
            }
            case UNINDENTED -> text.setAlignment(ParagraphAlignment.BOTH);
            case CENTERED -> text.setAlignment(ParagraphAlignment.CENTER);
            case RIGHT -> text.setAlignment(ParagraphAlignment.RIGHT);
        }
        Paragraphs.fill(text, paragraph.runs(), BODY, false);
    }

    private void write(Note note) {
        XWPFParagraph text = word.createParagraph();
        Paragraphs.fill(text, note.runs(), 12, false);
        text.setBorderTop(Borders.SINGLE);
        text.setBorderBottom(Borders.SINGLE);
        text.setBorderLeft(Borders.SINGLE);
        text.setBorderRight(Borders.SINGLE);
    }

    private void breakPage(Orientation next) {
        XWPFParagraph last = word.createParagraph();
        Paragraphs.close(last);
        CTPPr properties = last.getCTP().getPPr();
        Paragraphs.markSize(properties, 1);
        CTSectPr section = properties.addNewSectPr();
        if (inFirstSection) {
            section.set(word.getDocument().getBody().getSectPr());
        }
        DocxFrame.setPaper(section, orientation);
        inFirstSection = false;
        orientation = next;
    }

    /** Later sections continue the frame of the first and have no first page of their own. */
    private static void dropFrame(CTSectPr section) {
        while (section.sizeOfHeaderReferenceArray() > 0) {
            section.removeHeaderReference(0);
        }
        while (section.sizeOfFooterReferenceArray() > 0) {
            section.removeFooterReference(0);
        }
        section.unsetTitlePg();
    }
}
