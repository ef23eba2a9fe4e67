package vn.chieng.law.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.Rule;

class PackEditTest {
    private static final Basis.Verification SEEN =
            new Basis.Verification("Nguyễn Văn A", LocalDate.of(2026, 11, 22), "Công báo \"số 1\"");

    private final Map<String, String> files;

    PackEditTest() throws IOException {
        files = PackEdit.texts(PackFiles.of(TestPacks.SHIPPED.resolve("ND331-2026")));
    }

    @Test
    void rulesOfEveryThemeCanBeMarkedAsCompared() {
        for (String id : List.of("open-copies", "appraisal-3", "form-08", "item-06-01", "C24", "logs-level-3")) {
            assertThat(PackEdit.verified(files, id, SEEN)).as(id).isPresent();
        }
    }

    @Test
    void aRuleWrittenOverSeveralLinesIsMarkedAsWell() {
        assertThat(verified("c1-internal-public").verified()).isEqualTo(SEEN);
        assertThat(verified("day-rules").verified()).isEqualTo(SEEN);
        assertThat(verified("c1-internal-public").reliance()).isEqualTo(Basis.Reliance.VERIFIED);
    }

    @Test
    void aLaterComparisonTakesThePlaceOfTheEarlierOne() {
        Basis.Verification later = new Basis.Verification("B", LocalDate.of(2027, 1, 2), "bản ký");
        for (String id : new String[] {"c1-internal-public", "level-1"}) {
            Map<String, String> once = PackEdit.verified(files, id, SEEN).orElseThrow();
            Map<String, String> twice = PackEdit.verified(once, id, later).orElseThrow();
            assertThat(basis(twice, id).verified()).isEqualTo(later);
        }
    }

    @Test
    void anUnknownRuleIsNotMarked() {
        assertThat(PackEdit.verified(files, "nothing", SEEN)).isEmpty();
    }

    @Test
    void onlyTheVersionOfTheHeadChanges() {
        Map<String, String> changed = PackEdit.versioned(files, "1.7");
        assertThat(TestPacks.accepted(PackEdit.bytes("x", changed)).version()).hasToString("ND331-2026 1.7");
        assertThat(changed.get("classification.yml")).isEqualTo(files.get("classification.yml"));
    }

    private Basis verified(String id) {
        return basis(PackEdit.verified(files, id, SEEN).orElseThrow(), id);
    }

    private static Basis basis(Map<String, String> files, String id) {
        return TestPacks.accepted(PackEdit.bytes("x", files))
                .rule(id)
                .map(Rule::basis)
                .orElseThrow();
    }
}
