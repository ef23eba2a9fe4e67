package vn.chieng.api.documents.docx;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Run;
import vn.chieng.api.documents.Table;

/** Writes tables of fixed layout, so that Word and its readers agree on the widths. */
final class DocxTables {
    private static final int SIZE = 12;
    private static final int DENSE_SIZE = 10;

    private final XWPFDocument word;

    DocxTables(XWPFDocument word) {
        this.word = word;
    }

    void write(Table table, int room) {
        int size = table.dense() ? DENSE_SIZE : SIZE;
        if (table.caption() != null) {
            XWPFParagraph caption = word.createParagraph();
            Paragraphs.line(caption, table.caption(), SIZE, ParagraphAlignment.CENTER, true, false);
            caption.setKeepNext(true);
        }
        int[] widths = table.widthsOf(room);
        CTTbl grid = begin(widths, true);
        for (Table.Row row : table.header()) {
            CTRow line = row(grid);
            line.getTrPr().addNewTblHeader();
            write(row, line, table, widths, size, true);
        }
        for (Table.Row row : table.rows()) {
            write(row, row(grid), table, widths, size, false);
        }
        after();
    }

    private void write(Table.Row row, CTRow line, Table table, int[] widths, int size, boolean header) {
        int column = 0;
        for (Table.Cell cell : row.cells()) {
            int width = 0;
            for (int i = column; i < column + cell.span(); i++) {
                width += widths[i];
            }
            CTTc box = cell(line, width, cell.span());
            if (header) {
                box.getTcPr().addNewVAlign().setVal(STVerticalJc.CENTER);
            }
            XWPFParagraph text = paragraph(box);
            text.setAlignment(
                    header
                            ? ParagraphAlignment.CENTER
                            : alignment(table.columns().get(column)));
            Paragraphs.fill(text, cell.runs(), size, header);
            column += cell.span();
        }
    }

    void write(KeyValues keyValues, int room) {
        int key = room * 36 / 100;
        CTTbl grid = begin(new int[] {key, room - key}, false);
        for (KeyValues.Entry entry : keyValues.entries()) {
            CTRow line = row(grid);
            Paragraphs.fill(paragraph(cell(line, key, 1)), List.of(Run.plain(entry.key())), SIZE, false);
            Paragraphs.fill(paragraph(cell(line, room - key, 1)), List.of(Run.plain(entry.value())), SIZE, false);
        }
        after();
    }

    /** Begins a table; without lines it only sets things side by side. */
    CTTbl begin(int[] widths, boolean lines) {
        CTTbl grid = word.getDocument().getBody().addNewTbl();
        CTTblPr properties = grid.addNewTblPr();
        CTTblWidth whole = properties.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(BigInteger.valueOf(Arrays.stream(widths).sum()));
        if (lines) {
            border(properties.addNewTblBorders());
        }
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var columns = grid.addNewTblGrid();
        for (int width : widths) {
            columns.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        return grid;
    }

    static CTRow row(CTTbl grid) {
        CTRow row = grid.addNewTr();
        CTTrPr properties = row.addNewTrPr();
        properties.addNewCantSplit();
        return row;
    }

    static CTTc cell(CTRow row, int width, int span) {
        CTTc cell = row.addNewTc();
        CTTcPr properties = cell.addNewTcPr();
        CTTblWidth cellWidth = properties.addNewTcW();
        cellWidth.setType(STTblWidth.DXA);
        cellWidth.setW(BigInteger.valueOf(width));
        if (span > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        return cell;
    }

    XWPFParagraph paragraph(CTTc cell) {
        XWPFParagraph paragraph = new XWPFParagraph(cell.addNewP(), word);
        Paragraphs.close(paragraph);
        return paragraph;
    }

    /** Two tables without a paragraph between them would become one. */
    private void after() {
        XWPFParagraph gap = word.createParagraph();
        Paragraphs.close(gap);
        Paragraphs.markSize(gap.getCTP().getPPr(), 6);
    }

    private static ParagraphAlignment alignment(Table.Column column) {
        return switch (column.alignment()) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }

    private static void border(CTTblBorders borders) {
        for (CTBorder border : new CTBorder[] {
            borders.addNewTop(), borders.addNewLeft(), borders.addNewBottom(),
            borders.addNewRight(), borders.addNewInsideH(), borders.addNewInsideV()
        }) {
            border.setVal(STBorder.SINGLE);
            border.setSz(BigInteger.valueOf(6));
            border.setSpace(BigInteger.ZERO);
            border.setColor("000000");
        }
    }
}
