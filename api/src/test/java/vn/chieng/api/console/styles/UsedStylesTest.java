package vn.chieng.api.console.styles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of the vendored styles pages get what they use: a quarter, and so they are drawn earlier. */
class UsedStylesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path STATIC = MAIN.resolve("resources/static");
    private static final Path ALL = STATIC.resolve("vendor/tabler-1.6.1/tabler.min.css");
    private static final Path USED = STATIC.resolve("css/tabler.css");
    private static final Pattern NAME = Pattern.compile("-?[_a-zA-Z][\\w-]*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\n]*\"");

    /** Writes the file instead: {@code -Dchieng.styles=write}. */
    private static final boolean WRITING = "write".equals(System.getProperty("chieng.styles"));

    @Test
    void pagesGetThePartOfTheVendoredStylesThatTheyUse() throws IOException {
        String part = StyleSheet.read(Files.readString(ALL)).of(used()).text();
        if (WRITING) {
            Files.writeString(USED, part);
        }
        assertThat(Files.readString(USED))
                .as("a page uses other styles than before; run this test with -Dchieng.styles=write")
                .isEqualTo(part);
    }

    @Test
    void readingAndWritingChangesNothing() throws IOException {
        String all = Files.readString(ALL);
        assertThat(StyleSheet.read(all).text()).isEqualTo(all.substring(0, all.lastIndexOf('}') + 1));
    }

    @Test
    void aRuleStaysWhereEveryClassOfOneSelectorIsUsed() {
        StyleSheet sheet = StyleSheet.read(
                "/*! by.me */a{b:c}.x,.y>.z:not(.w){d:e}@media print{.w{f:g}.x[h=\".i{\"]{j:url(\"k;l\")}}@keyframes turning{0%{n:o}}");
        assertThat(sheet.of(Set.of("x", "z")::contains).text())
                .isEqualTo("/*! by.me */a{b:c}.x{d:e}@media print{.x[h=\".i{\"]{j:url(\"k;l\")}}");
        assertThat(sheet.of(Set.of("y", "z")::contains).text()).isEqualTo("/*! by.me */a{b:c}.y>.z:not(.w){d:e}");
    }

    /** Whatever is a word of a page, of a script or of a text in the code may be a class; one that ends with a dash begins some. */
    private static Predicate<String> used() throws IOException {
        Set<String> names = new HashSet<>();
        for (String text : texts()) {
            NAME.matcher(text).results().forEach(name -> names.add(name.group()));
        }
        List<String> beginnings = names.stream()
                .filter(name -> name.endsWith("-") && name.length() > 2)
                .toList();
        return name -> names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    private static List<String> texts() throws IOException {
        Stream<String> code = files(MAIN.resolve("java"), ".java")
                .flatMap(source -> TEXT.matcher(source).results().map(text -> text.group()));
        return Stream.of(files(MAIN.resolve("resources/templates"), ".html"), files(STATIC.resolve("js"), ".js"), code)
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(UsedStylesTest::read)
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
