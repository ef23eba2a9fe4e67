package vn.chieng.api.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void foldsAccentsOnlyInOneOfTheTwoKeptForms() {
        assertThat(SearchText.kept("Mã độc")).isEqualTo("mã độc\nma doc");
        assertThat(SearchText.pattern("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
    }
}
