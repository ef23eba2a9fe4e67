package vn.chieng.api.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetAnnexTest {
    private static final SheetReader READER = new SheetReader(SheetLimits.USUAL);

    @Test
    void anotherSheetOfAWorkbookIsReadByItsName() throws IOException {
        byte[] book = written(SheetFormat.XLSX);
        assertThat(READER.read(book))
                .isInstanceOfSatisfying(
                        SheetReading.Accepted.class,
                        read -> assertThat(read.sheet().columns()).containsExactly("code"));
        assertThat(READER.annex(book, "links"))
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(SheetReading.Accepted.class, read -> {
                            assertThat(read.sheet().columns()).containsExactly("from", "to");
                            assertThat(read.sheet().rows())
                                    .singleElement()
                                    .satisfies(row -> assertThat(row.cell("to")).isEqualTo("Kho dữ liệu"));
                        }));
    }

    @Test
    void theFirstSheetIsNoAnnexAndOtherFilesHaveNone() throws IOException {
        assertThat(READER.annex(written(SheetFormat.XLSX), "systems")).isEmpty();
        assertThat(READER.annex(written(SheetFormat.CSV), "links")).isEmpty();
    }

    private static byte[] written(SheetFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.write(
                format,
                out,
                new SheetWriter.Table("systems", List.of("code"), List.of(List.of("HT-1"))),
                new SheetWriter.Table("links", List.of("from", "to"), List.of(List.of("HT-1", "Kho dữ liệu"))));
        return out.toByteArray();
    }
}
