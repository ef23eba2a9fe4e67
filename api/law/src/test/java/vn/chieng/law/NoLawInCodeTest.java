package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoLawInCodeTest {
    private static final Path CODE = Path.of("src/main/java/vn/chieng/law");
    private static final Pattern LEGAL_WORDS = Pattern.compile(
            "Đ\\s*\\d|Điều|Khoản|khoản|Luật|NĐ|ND\\d|TCVN|Nghị định|Thông tư|QĐ|[Dd]ecree|\\b[Aa]rticle \\d|cấp độ|\\bM[1-4]\\b|\\bC(0|24|72|NB|5D|DL72)\\b|\\bN[1-9]\\b|BM-SC");
    /** Limits of data subjects, days and hours of the shipped packs; bounds of the reader are named otherwise. */
    private static final Pattern LEGAL_NUMBERS =
            Pattern.compile("\\b(100_?000|99_?999|9_?999|80_?000|8_?000|25|15|72|120|80)\\b");

    private static final Pattern BOUND = Pattern.compile("static final int MAX_(NODES|AMOUNT)");

    @Test
    void noArticleLevelWordOrDeadlineStandsInTheCode() throws IOException {
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).as("%s", file).allSatisfy(line -> {
                assertThat(LEGAL_WORDS.matcher(line).find()).as(line).isFalse();
                assertThat(LEGAL_NUMBERS.matcher(line).find()
                                && !BOUND.matcher(line).find())
                        .as(line)
                        .isFalse();
            });
        }
    }

    @Test
    void noVietnameseTextStandsInTheCode() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file).chars().allMatch(letter -> letter < 128))
                    .as("%s is plain ASCII", file)
                    .isTrue();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSizeGreaterThan(40);
            return java;
        }
    }
}
