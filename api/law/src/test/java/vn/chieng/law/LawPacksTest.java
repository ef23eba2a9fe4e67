package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.reading.PackEdit;
import vn.chieng.law.reading.PackFiles;

class LawPacksTest {
    private static final LawPack NEW = TestPacks.shipped("ND331-2026");
    private static final LawPack OLD = TestPacks.shipped("ND85-2016");
    private final LawPacks packs = new LawPacks(List.of(NEW, OLD));

    @ParameterizedTest
    @CsvSource({
        "2026-08-18, , ND85-2016, date",
        "2026-08-19, , ND331-2026, date",
        "2026-11-22, , ND331-2026, date",
        "2026-11-22, 2026-06-30, ND85-2016, transition",
        "2026-11-22, 2026-07-01, ND331-2026, date",
        "2027-01-01, 2026-06-30, ND85-2016, transition",
        "2027-01-02, 2026-06-30, ND331-2026, date",
        "2016-06-30, , none, none"
    })
    void thePackFollowsFromTheDayAndTheStartOfTheProject(
            LocalDate day, @Nullable LocalDate start, String pack, String by) {
        switch (packs.applicable(day, start)) {
            case PackChoice.ByDate(LawPack chosen) -> {
                assertThat(by).isEqualTo("date");
                assertThat(chosen.head().pack()).isEqualTo(pack);
            }
            case PackChoice.ByTransition choice -> {
                assertThat(by).isEqualTo("transition");
                assertThat(choice.pack().head().pack()).isEqualTo(pack);
                assertThat(choice.rule().basis().cite())
                        .extracting(Object::toString)
                        .containsExactly("ND331/39/1");
            }
            case PackChoice.None _ -> assertThat(by).isEqualTo("none");
        }
    }

    @Test
    void findsTheVeryVersionThatAResultNames() {
        assertThat(packs.find(new PackVersion("ND85-2016", "1.0"))).contains(OLD);
        assertThat(packs.find(new PackVersion("ND85-2016", "1.1"))).isEmpty();
    }

    @Test
    void versionsAreOrderedByTheirNumbersAndNotAsText() {
        assertThat(new PackVersion("A", "1.10")).isGreaterThan(new PackVersion("A", "1.9"));
        assertThat(packs.latest("ND331-2026")).contains(NEW);
        assertThat(packs.versions("unknown")).isEmpty();
    }

    @Test
    void aVersionThatBeginsLaterLeavesTheEarlierOneUntilThen() throws IOException {
        Map<String, String> files =
                PackEdit.versioned(PackEdit.texts(PackFiles.of(TestPacks.SHIPPED.resolve("ND331-2026"))), "1.1");
        files.computeIfPresent(
                "pack.yml", (_, text) -> text.replace("effective-from: 2026-08-19", "effective-from: 2027-03-01"));
        LawPack amended = TestPacks.accepted(PackEdit.bytes("x", files));
        LawPacks both = new LawPacks(List.of(NEW, amended));
        assertThat(both.applicable(LocalDate.of(2027, 2, 28), null)).isEqualTo(new PackChoice.ByDate(NEW));
        assertThat(both.applicable(LocalDate.of(2027, 3, 1), null)).isEqualTo(new PackChoice.ByDate(amended));
    }

    @Test
    void twoPacksOfOneVersionAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LawPacks(List.of(NEW, NEW)));
    }

    @Test
    void theOldPackIsReadOnly() {
        assertThat(OLD.head().readOnly()).isTrue();
        assertThat(NEW.head().readOnly()).isFalse();
    }
}
