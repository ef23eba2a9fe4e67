package vn.chieng.api.spreadsheets;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.Csv;

/** Writes a table row by row, so that a long one is never in memory; no text becomes a formula, and codes keep their leading zeros. */
public final class SheetWriter {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 24 * 256;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;

    private SheetWriter() {}

    /** A table with its name and the names of its columns. */
    public record Table(String name, List<String> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {}

    /** Writes the table, in a workbook with another on a sheet of its own; the stream stays open. */
    public static void write(SheetFormat format, OutputStream to, Table table, Table annex) throws IOException {
        switch (format) {
            case CSV -> csv(to, table.columns(), table.rows());
            case XLSX -> xlsx(to, List.of(table, annex));
        }
    }

    /** Writes the table; the stream stays open. */
    public static void write(
            SheetFormat format,
            OutputStream to,
            String name,
            List<String> columns,
            Iterable<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        switch (format) {
            case CSV -> csv(to, columns, rows);
            case XLSX -> xlsx(to, List.of(new Table(name, columns, rows)));
        }
    }

    private static void csv(
            OutputStream to, List<String> columns, Iterable<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        Csv csv = new Csv(to, columns.toArray(String[]::new));
        for (List<? extends @Nullable Object> row : rows) {
            csv.line(row.stream().map(SheetWriter::guarded).toArray());
        }
        csv.flush();
    }

    /** The writer of CSV guards what looks like a formula; a text that looks like a guard gets one too, so that reading takes off what writing put on. */
    private static String guarded(@Nullable Object value) {
        String text = CellText.shown(value);
        return text.startsWith("'") ? "'" + text : text;
    }

    private static void xlsx(OutputStream to, List<Table> tables) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setZip64Mode(Zip64Mode.AsNeeded); // some office programs do not read the other mode
            Styles styles = Styles.of(book);
            for (Table table : tables) {
                sheet(book.createSheet(sheetName(table.name())), table, styles);
            }
            book.write(to);
        }
    }

    private record Styles(CellStyle heading, CellStyle text, CellStyle guarded, CellStyle day) {
        static Styles of(SXSSFWorkbook book) {
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            CellStyle guarded = book.createCellStyle();
            guarded.cloneStyleFrom(text);
            guarded.setQuotePrefixed(true);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            return new Styles(bold(book), text, guarded, day);
        }
    }

    private static void sheet(SXSSFSheet sheet, Table table, Styles styles) {
        sheet.createFreezePane(0, 1);
        int number = 0;
        Row header = sheet.createRow(number++);
        for (int i = 0; i < table.columns().size(); i++) {
            Cell cell = header.createCell(i);
            cell.setCellValue(table.columns().get(i));
            cell.setCellStyle(styles.heading());
            sheet.setColumnWidth(i, WIDTH);
        }
        for (List<? extends @Nullable Object> values : table.rows()) {
            Row row = sheet.createRow(number++);
            for (int i = 0; i < values.size(); i++) {
                fill(row, i, values.get(i), styles);
            }
        }
    }

    private static void fill(Row row, int column, @Nullable Object value, Styles styles) {
        switch (value) {
            case null -> {}
            case Integer number -> row.createCell(column).setCellValue(number);
            case Long number -> row.createCell(column).setCellValue(number);
            case BigDecimal number -> row.createCell(column).setCellValue(number.doubleValue());
            case LocalDate date -> {
                Cell cell = row.createCell(column);
                cell.setCellValue(date);
                cell.setCellStyle(styles.day());
            }
            default -> {
                String shown = value.toString();
                Cell cell = row.createCell(column);
                cell.setCellValue(shown.substring(0, Math.min(shown.length(), LONGEST_CELL)));
                cell.setCellStyle(CellText.needsGuard(shown) ? styles.guarded() : styles.text());
            }
        }
    }

    private static CellStyle bold(SXSSFWorkbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle heading = book.createCellStyle();
        heading.setFont(bold);
        return heading;
    }

    private static String sheetName(String name) {
        return org.apache.poi.ss.util.WorkbookUtil.createSafeSheetName(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }
}
