package vn.chieng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void namesWhatWentAndWhatCameWithTheirNumbers() {
        assertThat(LineDiff.of("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"))
                .containsExactly(
                        new LineDiff.Line(1, 1, "a"),
                        new LineDiff.Line(2, null, "b"),
                        new LineDiff.Line(null, 2, "x"),
                        new LineDiff.Line(3, 3, "c"),
                        new LineDiff.Line(4, 4, "d"),
                        new LineDiff.Line(null, 5, "e"));
    }

    @Test
    void eitherSideCanBeReadOffTheDifference() {
        String before = "title: x\nlevel: low\nlevel: low\ndetection:\n  a: 1\n";
        String after = "level: low\ntitle: x\ndetection:\n  b: 1\n  a: 1\n  c: 2\n";
        List<LineDiff.Line> lines = LineDiff.of(before, after);
        assertThat(side(lines, true)).isEqualTo(before);
        assertThat(side(lines, false)).isEqualTo(after);
    }

    @Test
    void hugeDifferencesAreShownAsAWholeAndCostNothing() {
        String before = text("a", LineDiff.MOST_COMPARED + 1);
        String after = text("b", LineDiff.MOST_COMPARED + 1);
        List<LineDiff.Line> lines = LineDiff.of(before, after);
        assertThat(lines).hasSize(2 * (LineDiff.MOST_COMPARED + 1));
        assertThat(side(lines, false)).isEqualTo(after);
    }

    @Test
    void onlyTheSurroundingsOfAChangeAreShown() {
        List<LineDiff.Line> lines = LineDiff.of(text("a", 20), text("a", 20).replace("a9\n", "a9\nnew\n"));
        assertThat(LineDiff.around(lines, 2).stream().filter(Objects::isNull)).hasSize(2);
        assertThat(LineDiff.around(LineDiff.of("a\n", "a\n"), 2)).isEmpty();
    }

    private static String text(String word, int lines) {
        return IntStream.range(0, lines).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
    }

    private static String side(List<LineDiff.Line> lines, boolean before) {
        return lines.stream()
                .filter(line -> (before ? line.before() : line.after()) != null)
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }
}
