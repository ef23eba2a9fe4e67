package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    /** Names and signs that are the same in both languages. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "console.product",
            "console.language.vi",
            "console.language.en",
            "console.list.count",
            "console.navigation.open",
            "forms.annex-of");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith("_vi.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void bothLanguagesHoldTheSameKeys(Path vietnamese) throws IOException {
        assertThat(new TreeSet<>(read(english(vietnamese)).keySet()))
                .isEqualTo(new TreeSet<>(read(vietnamese).keySet()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noTextIsLeftUntranslated(Path vietnamese) throws IOException {
        Map<String, String> english = read(english(vietnamese));
        assertThat(read(vietnamese))
                .allSatisfy((key, text) -> assertThat(SAME_IN_BOTH.contains(key) || !text.equals(english.get(key)))
                        .as("%s says \"%s\" in both languages", key, text)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyTextIsComposedAndHasNoStraightApostrophe(Path vietnamese) throws IOException {
        for (Path file : List.of(vietnamese, english(vietnamese))) {
            assertThat(read(file))
                    .allSatisfy((key, text) -> assertThat(text)
                            .as("%s: MessageFormat eats a straight apostrophe; write ’", key)
                            .isNotBlank()
                            .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC))
                            .doesNotContain("'"));
        }
    }

    @Test
    void oneKeyBelongsToOneBundle() throws IOException {
        Map<String, Path> owners = new TreeMap<>();
        for (Path file : sources()) {
            for (String key : read(file).keySet()) {
                assertThat(owners.put(key, file)).as("other owner of %s", key).isNull();
            }
        }
    }

    @Test
    void aKeyWithoutTextFails() {
        assertThatThrownBy(() -> new BundleMessages().getMessage("console.no-such-key", null, Locale.ENGLISH))
                .isInstanceOf(BundleMessages.MissingMessageException.class)
                .hasMessageContaining("console.no-such-key");
    }

    @Test
    void anUnknownLanguageReadsVietnamese() {
        assertThat(new BundleMessages().getMessage("console.save", null, Locale.FRENCH))
                .isEqualTo("Lưu");
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        var messages = new BundleMessages();
        assertThat(messages.getMessage("console.list.count", new Object[] {50, 1204}, ConsoleLocaleResolver.VIETNAMESE))
                .isEqualTo("50 / 1.204");
        assertThat(messages.getMessage("console.list.count", new Object[] {50, 1204}, Locale.ENGLISH))
                .isEqualTo("50 / 1,204");
    }

    private static Path english(Path vietnamese) {
        return vietnamese.resolveSibling(
                vietnamese.getFileName().toString().replace("_vi.properties", "_en.properties"));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
