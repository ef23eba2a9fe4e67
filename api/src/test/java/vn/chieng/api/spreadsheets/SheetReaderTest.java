package vn.chieng.api.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

class SheetReaderTest {
    private final SheetReader reader = new SheetReader(new SheetLimits(5, 4, 20));

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void readsWhatTheWriterWrote(SheetFormat format) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList("00123", "=1+1", LocalDate.of(2026, 12, 31), 100_000));
        rows.add(Arrays.asList("'lạ", "-5; \"Sở\"\nhai", null, -7L));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SheetWriter.write(format, file, "Hệ thống", List.of("code", "name", "day", "count"), rows);

        Sheet sheet = accepted(file.toByteArray());

        assertThat(sheet.columns()).containsExactly("code", "name", "day", "count");
        assertThat(sheet.rows().getFirst().cells())
                .isEqualTo(Map.of("code", "00123", "name", "=1+1", "day", "2026-12-31", "count", "100000"));
        assertThat(sheet.rows().getLast().cells())
                .isEqualTo(Map.of("code", "'lạ", "name", "-5; \"Sở\"\nhai", "count", "-7"));
    }

    @Test
    void takesTheValueThatAFormulaLeftAndNeverComputesOne() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, "a", "b");
            XSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellFormula("1+1");
            row.getCell(0).getCTCell().setV("7");
            row.createCell(1).setCellFormula("HYPERLINK(\"http://example.invalid\")");
        });

        assertThat(refused(file)).containsExactly(new SheetIssue(2, "b", Reason.FORMULA_WITHOUT_VALUE, List.of()));
    }

    @Test
    void keepsTheZerosThatAFormatShowsAndLongNumbersWhole() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, "code", "phone");
            XSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue(123);
            CellStyle padded = sheet.getWorkbook().createCellStyle();
            padded.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("00000"));
            row.getCell(0).setCellStyle(padded);
            row.createCell(1).setCellValue(84_912_345_678.0);
        });

        assertThat(accepted(file).rows().getFirst().cells()).isEqualTo(Map.of("code", "00123", "phone", "84912345678"));
    }

    @Test
    void namesRowAndColumnOfEachMistakeAndCountsRowsAsTheOfficeProgramDoes() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, "a", "b");
            XSSFRow row = sheet.createRow(4);
            row.createCell(0).setCellValue("x".repeat(21));
            row.createCell(1).setCellErrorValue((byte) 0x07);
            sheet.createRow(6).createCell(3).setCellValue("beyond");
        });

        assertThat(refused(file))
                .containsExactlyInAnyOrder(
                        new SheetIssue(5, "a", Reason.CELL_TOO_LONG, List.of("20")),
                        new SheetIssue(5, "b", Reason.CELL_IN_ERROR, List.of("#DIV/0!")),
                        new SheetIssue(7, "D", Reason.CELLS_MISCOUNTED, List.of("2")));
    }

    @Test
    void cutsCsvWithCommasTabsOrSemicolonsAndCountsPhysicalLines() {
        for (char delimiter : new char[] {';', ',', '\t'}) {
            String text = "\uFEFFA;B\r\n\r\n\"x\ny\";2\r\n3;4\r\n".replace(';', delimiter);
            assertThat(accepted(text.getBytes(StandardCharsets.UTF_8)).rows())
                    .containsExactly(
                            new Sheet.Row(3, Map.of("a", "x\ny", "b", "2")),
                            new Sheet.Row(5, Map.of("a", "3", "b", "4")));
        }
    }

    @Test
    void refusesMoreRowsOrColumnsThanTheLimit() {
        assertThat(refused(csv("a\n" + "1\n".repeat(6))))
                .containsExactly(new SheetIssue(7, "", Reason.TOO_MANY_ROWS, List.of("5")));
        assertThat(refused(csv("a;b;c;d;e\n")))
                .containsExactly(new SheetIssue(1, "", Reason.TOO_MANY_COLUMNS, List.of("4")));
        assertThat(refused(csv("a;;A\n")))
                .containsExactly(
                        new SheetIssue(1, "B", Reason.COLUMN_UNNAMED, List.of()),
                        new SheetIssue(1, "C", Reason.COLUMN_TWICE, List.of("a")));
    }

    @Test
    void refusesAFileThatUnpacksToFarMoreThanItIsBeforeAnyParserSeesIt() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = new byte[1024 * 1024];
            for (long written = 0; written <= SheetLimits.MOST_UNPACKED; written += block.length) {
                zip.write(block);
            }
        }

        assertThat(bomb.size()).isLessThan(SheetLimits.MOST_BYTES);
        assertThat(refused(bomb.toByteArray()))
                .containsExactly(new SheetIssue(0, "", Reason.FILE_UNPACKS_TOO_LARGE, List.of()));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(reasonOf(new byte[0])).isEqualTo(Reason.FILE_EMPTY);
        assertThat(reasonOf(csv("\n \n"))).isEqualTo(Reason.FILE_EMPTY);
        assertThat(reasonOf(new byte[SheetLimits.MOST_BYTES + 1])).isEqualTo(Reason.FILE_TOO_LARGE);
        assertThat(reasonOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .isEqualTo(Reason.FILE_OLD_OR_LOCKED);
        assertThat(reasonOf(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(Reason.FILE_DAMAGED);
        assertThat(reasonOf(new byte[] {(byte) 0xC3, 0x28})).isEqualTo(Reason.FILE_NOT_UTF8);
        assertThat(reasonOf(csv("a\n\"open"))).isEqualTo(Reason.QUOTE_OPEN);
    }

    @Test
    void namesColumnsAsOfficeProgramsDo() {
        assertThat(List.of(0, 25, 26, 701, 702).stream().map(CellText::letters))
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Consumer<XSSFSheet> fill) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill.accept(book.createSheet("một"));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            book.write(file);
            return file.toByteArray();
        }
    }

    private static void header(XSSFSheet sheet, String... names) {
        XSSFRow row = sheet.createRow(0);
        for (int i = 0; i < names.length; i++) {
            row.createCell(i).setCellValue(names[i]);
        }
    }

    private Sheet accepted(byte[] content) {
        return switch (reader.read(content)) {
            case SheetReading.Accepted(Sheet sheet) -> sheet;
            case SheetReading.Refused(List<SheetIssue> issues) -> throw new AssertionError(issues.toString());
        };
    }

    private List<SheetIssue> refused(byte[] content) {
        return switch (reader.read(content)) {
            case SheetReading.Accepted(Sheet sheet) -> throw new AssertionError(sheet.toString());
            case SheetReading.Refused(List<SheetIssue> issues) -> issues;
        };
    }

    private Reason reasonOf(byte[] content) {
        return refused(content).getFirst().reason();
    }
}
