package vn.chieng.api.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vn.chieng.law.days.DayKind;
import vn.chieng.law.levels.LevelChoice;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawStatus;
import vn.chieng.law.pack.Mark;
import vn.chieng.law.pack.Procedure;

class LawWordsTest {
    private static final Map<String, Enum<?>[]> WORDS = Map.of(
            "law.status.", LawStatus.values(),
            "law.mark.", Mark.values(),
            "law.reliance.", Basis.Reliance.values(),
            "law.day.", DayKind.values(),
            "law.unit.", Procedure.Unit.values(),
            "law.answer.", AnswersToFacts.Why.values(),
            "law.choice.", LevelChoice.Lack.values());

    @Test
    void everythingThatIsShownHasAWord() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/law_vi.properties"))) {
            words.load(reader);
        }
        WORDS.forEach((prefix, values) -> {
            for (Enum<?> value : values) {
                assertThat(words.getProperty(prefix + value.name()))
                        .as(prefix + value)
                        .isNotBlank();
            }
        });
    }
}
