package vn.chieng.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {

    @ParameterizedTest
    @CsvSource({
        "systems.xlsx, systems.xlsx",
        "C:\\Users\\an\\hệ thống.csv, hệ thống.csv",
        "../../etc/passwd, passwd",
        "'  ', none",
        "folder/, none"
    })
    void onlyTheLastPartOfAPathIsKept(String sent, String kept) {
        assertThat(UploadName.of(sent, "none")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"0, none", "1, a.csv", "300, .csv"})
    void controlsAreGoneAndOfALongNameTheEndIsKept(int letters, String end) {
        String sent = letters == 0 ? null : "a".repeat(letters) + "\u0000.csv";
        assertThat(UploadName.of(sent, "none").replace(" ", "")).endsWith(end).hasSizeLessThanOrEqualTo(120);
    }
}
