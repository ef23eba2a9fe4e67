package vn.chieng.api.signin.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.signin.passwords.PasswordFlaw.COMMON;
import static vn.chieng.api.signin.passwords.PasswordFlaw.HOLDS_NAME;
import static vn.chieng.api.signin.passwords.PasswordFlaw.TOO_LONG;
import static vn.chieng.api.signin.passwords.PasswordFlaw.TOO_SHORT;
import static vn.chieng.api.signin.passwords.PasswordFlaw.TOO_SIMPLE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules =
            new PasswordRules(new PasswordSettings(8, 14, Duration.ofDays(60), null, 10, 1), new CommonPasswords());

    @Test
    void withASecondFactorEightCharactersAreEnough() {
        assertThat(rules.flaws("con mèo7", "an", true)).isEmpty();
        assertThat(rules.flaws("con mèo", "an", true)).containsExactly(TOO_SHORT);
    }

    @Test
    void withoutOneItTakesFourteenOfAllFourKinds() {
        assertThat(rules.flaws("Con mèo 7 tuổi", "an", false)).isEmpty();
        assertThat(rules.flaws("Con mèo 7 tuổ", "an", false)).containsExactly(TOO_SHORT);
        assertThat(rules.flaws("con mèo 7 tuổi", "an", false)).containsExactly(TOO_SIMPLE);
        assertThat(rules.flaws("CON MÈO 7 TUỔI", "an", false)).containsExactly(TOO_SIMPLE);
        assertThat(rules.flaws("Con mèo và chó", "an", false)).containsExactly(TOO_SIMPLE);
        assertThat(rules.flaws("ConMèo7TuổiRồi", "an", false)).containsExactly(TOO_SIMPLE);
    }

    @Test
    void aLetterWithItsMarksApartCountsOnce() {
        String apart = java.text.Normalizer.normalize("Con mèo 7 tuổ", java.text.Normalizer.Form.NFD);
        assertThat(rules.flaws(apart, "an", false)).containsExactly(TOO_SHORT);
    }

    @Test
    void itMustNotHoldTheName() {
        assertThat(rules.flaws("Xin chào QUAN-TRI 1!", "quan-tri", false)).containsExactly(HOLDS_NAME);
    }

    @Test
    void itHasAnEnd() {
        assertThat(rules.flaws("Aa1! " + "xyz".repeat(50), "an", false)).containsExactly(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "P@ssw0rd2026!!",
                "Matkhau@123456",
                "1234567890",
                "QuanTri@2026!!",
                "Welcome#2026!!!",
                "aaaaaaaaaaaaaaaa",
                "Pleiku@2026!!!"
            })
    void theOnesThatAreTriedFirstAreRefused(String password) {
        assertThat(rules.flaws(password, "an", true)).containsExactly(COMMON);
    }
}
