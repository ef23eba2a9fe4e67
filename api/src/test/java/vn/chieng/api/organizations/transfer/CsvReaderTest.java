package vn.chieng.api.organizations.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.api.organizations.RegisterProblem.Reason;

class CsvReaderTest {

    private static CsvTable read(String text) {
        return new CsvReader().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason onlyReason(CsvTable table) {
        assertThat(table.uncut()).hasSize(1);
        return table.uncut().getFirst().problem().reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id;name\norg-a;Sở A\n",
                "id,name\norg-a,Sở A\n",
                "\uFEFFid;name\r\norg-a;Sở A\r\n",
                "ID ; Name\rorg-a;Sở A",
                "\n\nid;name\n;\norg-a; Sở A \n\n"
            })
    void takesEveryUsualFormOfTheFile(String text) {
        CsvTable table = read(text);
        assertThat(table.uncut()).isEmpty();
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.text("id")).isEqualTo("org-a");
            assertThat(row.text("name")).isEqualTo("Sở A");
        });
    }

    @Test
    void composesDecomposedText() {
        String decomposed = Normalizer.normalize("Phường Quy Nhơn Đông", Normalizer.Form.NFD);
        assertThat(read("id;name\n;" + decomposed).rows().getFirst().text("name"))
                .isEqualTo("Phường Quy Nhơn Đông");
    }

    @Test
    void knowsTheLineEachRowBeginsAtAlsoAfterCellsOfSeveralLines() {
        CsvTable table = read("id;note\r\norg-a;\"một\r\nhai\r\nba\"\r\n\r\norg-b;x\r\norg-c;x;y\r\norg-d;x");
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2, 6, 8);
        assertThat(table.rows().getFirst().text("note")).isEqualTo("một\nhai\nba");
        assertThat(table.uncut()).singleElement().satisfies(uncut -> {
            assertThat(uncut.line()).isEqualTo(7);
            assertThat(uncut.problem().reason()).isEqualTo(Reason.CELLS_MISCOUNTED);
            assertThat(uncut.problem().arguments()).containsExactly("3", "2");
        });
    }

    @Test
    void takesOffTheGuardThatAnExportPutsOn() {
        CsvTable table = read("id;name;note\n;'=1+1;''x\n;'x;'");
        assertThat(table.rows().get(0).text("name")).isEqualTo("=1+1");
        assertThat(table.rows().get(0).text("note")).isEqualTo("'x");
        assertThat(table.rows().get(1).text("name")).isEqualTo("'x");
        assertThat(table.rows().get(1).text("note")).isEqualTo("'");
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        assertThat(onlyReason(read(""))).isEqualTo(Reason.FILE_EMPTY);
        assertThat(onlyReason(read("\n \n"))).isEqualTo(Reason.FILE_EMPTY);
        assertThat(onlyReason(read("id;name;colour\n"))).isEqualTo(Reason.COLUMN_UNKNOWN);
        assertThat(onlyReason(read("id;id\n"))).isEqualTo(Reason.COLUMN_TWICE);
        assertThat(onlyReason(read("name\n"))).isEqualTo(Reason.COLUMN_MISSING);
        assertThat(onlyReason(read("organization;name\n"))).isEqualTo(Reason.COLUMN_MISSING);
        assertThat(onlyReason(new CsvReader().read(new byte[] {'i', 'd', '\n', (byte) 0xFF})))
                .isEqualTo(Reason.FILE_NOT_UTF8);
        assertThat(onlyReason(new CsvReader().read("id;name\n;Sở".getBytes(StandardCharsets.UTF_16))))
                .isEqualTo(Reason.FILE_NOT_UTF8);
    }

    @Test
    void anOpenQuotationMarkEndsTheReadingButNotWhatWasReadBefore() {
        CsvTable table = read("id;name\norg-a;x\norg-b;\"y\norg-c;z\n");
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2);
        assertThat(onlyReason(table)).isEqualTo(Reason.QUOTE_OPEN);
        assertThat(table.uncut().getFirst().line()).isEqualTo(3);
    }

    @Test
    void hasALimitOfRows() {
        assertThat(read("id\n" + "org-a\n".repeat(CsvReader.MOST_ROWS)).uncut()).isEmpty();
        CsvTable table = read("id\n" + "org-a\n".repeat(CsvReader.MOST_ROWS + 1));
        assertThat(onlyReason(table)).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void controlCharactersDoNotReachTheRegister() {
        assertThat(read("id;name\n;Sở\u0000\u0007A").rows().getFirst().text("name"))
                .isEqualTo("Sở  A");
    }
}
