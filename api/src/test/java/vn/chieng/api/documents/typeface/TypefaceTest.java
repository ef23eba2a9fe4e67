package vn.chieng.api.documents.typeface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Letters;

class TypefaceTest {
    private final Typeface typeface = Typeface.load();

    @Test
    void hasEveryVietnameseLetterInEveryStyle() {
        assertThat(Letters.ALL.codePoints().distinct().count()).isEqualTo(134);
        assertThat(Letters.ALL.codePoints()).allMatch(typeface::covers);
    }

    @Test
    void hasTheSignsThatTheFormsUse() {
        assertThat("■▪□–“”‘’…·-§€₫".codePoints()).allMatch(typeface::covers);
    }

    @Test
    void showsALetterItLacksByItsNumber() {
        assertThat(typeface.shown("tệp 中.exe \ud83d\ude00")).isEqualTo("tệp [U+4E2D].exe [U+1F600]");
        assertThat(typeface.shown("a\nb")).isEqualTo("a\nb");
    }

    @Test
    void leavesTheNationalTitleRoomInOneLine() {
        double column = 0.575 * 160 / 25.4 * 72;
        for (DocumentLanguage language : DocumentLanguage.values()) {
            assertThat(typeface.widthOf(language.nationalTitle(), Style.BOLD, 12))
                    .isLessThan(column - 2);
            assertThat(typeface.widthOf(language.motto(), Style.BOLD, 13)).isLessThan(column - 2);
        }
    }

    @Test
    void isAsWideAsTimesNewRoman() {
        assertThat(typeface.widthOf("0123456789", Style.REGULAR, 14)).isCloseTo(70, within(0.1));
    }
}
