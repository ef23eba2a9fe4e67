package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellIsTakenForAFormula(String text) {
        assertThat(Csv.cell(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void marksItsEncodingAndQuotesWhatWouldEndACell() throws IOException {
        var file = new ByteArrayOutputStream();
        Csv csv = new Csv(file, "Họ tên", "Ghi chú");
        csv.line("Đặng; \"Út\"", null);
        csv.flush();
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFHọ tên;Ghi chú\r\n\"Đặng; \"\"Út\"\"\";\r\n");
    }
}
