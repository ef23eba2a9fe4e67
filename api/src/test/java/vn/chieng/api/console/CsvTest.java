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

    @Test
    void textOfUnknownHandsIsWrittenOutAndCut() throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        var csv = new Csv(out, "a", "b");
        csv.untrusted("<b>\u202Egnp\u0007", "ẵ".repeat(1_000_000));
        csv.flush();
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("<b>⟨U+202E⟩gnp⟨U+0007⟩;ẵ", "…")
                .doesNotContain("\u202E", "\u0007")
                .hasSizeLessThan(20_000);
    }
}
