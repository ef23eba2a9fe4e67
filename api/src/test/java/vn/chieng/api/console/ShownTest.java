package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    private final Shown shown = new Shown();

    @ParameterizedTest
    @CsvSource({
        "0x202E, ⟨U+202E⟩",
        "0x2066, ⟨U+2066⟩",
        "0x200B, ⟨U+200B⟩",
        "0x0000, ⟨U+0000⟩",
        "0x001B, ⟨U+001B⟩",
        "0x000D, ⟨U+000D⟩",
        "0x0085, ⟨U+0085⟩",
        "0xFEFF, ⟨U+FEFF⟩",
        "0x2028, ⟨U+2028⟩",
        "0xE0041, ⟨U+E0041⟩",
        "0x3164, ⟨U+3164⟩",
        "0x2003, ⟨U+2003⟩"
    })
    void writesOutWhatWouldHideOrReorder(int point, String escape) {
        assertThat(shown.text("a" + Character.toString(point) + "b")).isEqualTo("a" + escape + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mã hóa hàng loạt tệp", "dòng\tmột\ndòng hai", "<script>", "漢字 العربية 😀", "a\u00A0b"})
    void leavesOrdinaryTextAlone(String text) {
        assertThat(shown.text(text)).isEqualTo(text);
    }

    @Test
    void writesOutHalfACharacter() {
        assertThat(shown.text("a\uD83D")).isEqualTo("a⟨U+D83D⟩");
    }

    @Test
    void cutsLongTextWithoutSplittingACharacter() {
        String text = "x".repeat(Shown.LIMIT - 1) + "😀" + "y".repeat(10);
        assertThat(shown.cut(text)).isEqualTo(new Shown.Cut("x".repeat(Shown.LIMIT - 1), true));
    }

    @Test
    void keepsShortTextWhole() {
        assertThat(shown.cut("abc")).isEqualTo(new Shown.Cut("abc", false));
        assertThat(shown.cut(null)).isEqualTo(new Shown.Cut("", false));
    }
}
