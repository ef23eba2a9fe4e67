package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackFiles;

class PackDifferenceTest {
    private static final LawPack BEFORE = TestPacks.invented();

    @Test
    void onePackDoesNotDifferFromItself() {
        assertThat(PackDifference.between(BEFORE, TestPacks.invented()).changes())
                .isEmpty();
    }

    @Test
    void showsBothTextsOfAChangedRule() throws IOException {
        LawPack after = changed("procedure.yml", "amount: 2,", "amount: 3,");
        assertThat(PackDifference.between(BEFORE, after).changes())
                .singleElement()
                .isInstanceOfSatisfying(PackDifference.Change.Changed.class, change -> {
                    assertThat(change.id()).isEqualTo("look");
                    assertThat(change.section()).isEqualTo("deadlines");
                    assertThat(change.before()).contains("amount: 2");
                    assertThat(change.after()).contains("amount: 3");
                });
    }

    @Test
    void aChangedDefaultChangesEveryRuleThatRestsOnIt() throws IOException {
        LawPack after = changed("incidents.yml", "from: 2030-01-01}", "from: 2031-01-01}");
        assertThat(PackDifference.between(BEFORE, after).changes())
                .extracting(PackDifference.Change::id)
                .containsExactly("high-water", "FLOOD9");
    }

    @Test
    void showsAChangedInstrumentAndAChangedHead() throws IOException {
        LawPack after = changed("pack.yml", "effective-from: 2030", "effective-from: 2031", "1/2030/QX", "2/2030/QX");
        assertThat(PackDifference.between(BEFORE, after).changes())
                .extracting(PackDifference.Change::id)
                .containsExactly("pack", "QX");
    }

    @Test
    void namesAddedAndRemovedRules() throws IOException {
        LawPack after = changed("procedure.yml", "{id: look,", "{id: gaze,", "within: look", "within: gaze");
        assertThat(PackDifference.between(BEFORE, after).changes())
                .satisfiesExactly(
                        removed -> assertThat(removed)
                                .isInstanceOf(PackDifference.Change.Removed.class)
                                .returns("look", PackDifference.Change::id),
                        route -> assertThat(route)
                                .isInstanceOf(PackDifference.Change.Changed.class)
                                .returns("amber-way", PackDifference.Change::id),
                        added -> assertThat(added)
                                .isInstanceOf(PackDifference.Change.Added.class)
                                .returns("gaze", PackDifference.Change::id));
    }

    private static LawPack changed(String file, String... replacements) throws IOException {
        Map<String, byte[]> contents =
                new TreeMap<>(PackFiles.of(TestPacks.INVENTED).contents());
        String text = new String(contents.get(file), StandardCharsets.UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        contents.put(file, text.getBytes(StandardCharsets.UTF_8));
        return TestPacks.accepted(new PackFiles("XA-2030", contents));
    }
}
