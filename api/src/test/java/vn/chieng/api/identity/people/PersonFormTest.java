package vn.chieng.api.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "An\u202Egnud",
                "An\u200B Bình",
                "An\nBình",
                "An\u0000",
                "",
                "   ",
                "=cmd|' /C calc'!A1"
            })
    void aNameThatHidesReordersOrMarksUpIsRefused(String name) {
        assertThat(form("ten", name).flaws(true)).containsExactly("displayName");
    }

    @Test
    void aNameOfTenThousandLettersIsRefusedInEveryField() {
        String endless = "a".repeat(10_000);
        assertThat(new PersonForm(endless, endless, endless, endless, endless, "org", endless, null).flaws(true))
                .containsExactly("name", "displayName", "kind", "mail", "phone", "language");
    }

    @Test
    void decomposedLettersAreKeptComposed() {
        String decomposed = Normalizer.normalize("Nguyễn Thị Hường", Normalizer.Form.NFD);
        PersonForm form = form("ten", " " + decomposed + " ");
        assertThat(form.flaws(true)).isEmpty();
        assertThat(form.draft("ten").displayName()).isEqualTo("Nguyễn Thị Hường");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Tên", "-a", "a b", "a/b", "ab\u202E", ""})
    void aSignInNameIsPlainLowerCase(String name) {
        assertThat(form(name, "An").flaws(true)).contains("name");
    }

    @Test
    void anOrganisationIsAskedForAlways() {
        assertThat(new PersonForm("ten", "An", "business", null, null, " ", "vi", null).flaws(true))
                .containsExactly("organization");
    }

    private static PersonForm form(String name, String displayName) {
        return new PersonForm(name, displayName, "business", "an@example.vn", "+84 269 123 4567", "org", "vi", null);
    }
}
