package vn.chieng.sigma.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonTextsTest {
    private final CommonTexts common = new CommonTexts(List.of("c:\\windows\\system32\\", ".dll"));

    @Test
    void countsOnlyLettersThatBelongToNothingCommon() {
        assertThat(common.rareLetters("\\system32\\evil.dll")).isEqualTo(4);
        assertThat(common.rareLetters("ndows\\sys")).isZero();
        assertThat(common.rareLetters("dl")).isEqualTo(2);
        assertThat(common.rareLetters("")).isZero();
    }

    @Test
    void whatShipsIsFoldedAsWitnessesAre() {
        assertThat(CommonTexts.shipped().rareLetters("hklm\\software\\microsoft\\windows\\currentversion\\"))
                .isZero();
        assertThat(CommonTexts.shipped().rareLetters("mimikatz")).isEqualTo(8);
    }
}
