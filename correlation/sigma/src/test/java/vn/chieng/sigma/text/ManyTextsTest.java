package vn.chieng.sigma.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts looked up together say what each would say alone. */
class ManyTextsTest {
    private static final String LETTERS = "aAbB \\-ắ.";

    @Test
    void theyMatchWhereOneOfThemDoes() {
        Random random = new Random(7);
        int matches = 0;
        for (int round = 0; round < 3_000; round++) {
            List<TextPattern> patterns = patterns(random);
            var together = new ManyTexts(patterns.size());
            patterns.forEach(pattern -> assertThat(together.add(pattern)).isTrue());
            for (int i = 0; i < 20; i++) {
                String text = CaseFolding.fold(text(random, random.nextInt(12)));
                boolean expected = patterns.stream()
                        .anyMatch(pattern -> TextMatcher.of(pattern, false).matches(text));
                assertThat(together.match(text)).as("%s in %s", patterns, text).isEqualTo(expected);
                matches += expected ? 1 : 0;
            }
        }
        assertThat(matches).isBetween(5_000, 55_000);
    }

    @Test
    void anotherFormIsNotTaken() {
        var together = new ManyTexts(1);
        assertThat(together.add(new TextPattern(List.of(new TextPattern.AnyOne()))))
                .isFalse();
        assertThat(together.isEmpty()).isTrue();
        assertThat(together.match("a")).isFalse();
    }

    private static List<TextPattern> patterns(Random random) {
        List<TextPattern> patterns = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            List<TextPattern.Token> tokens = new ArrayList<>();
            if (random.nextBoolean()) {
                tokens.add(new TextPattern.AnyRun());
            }
            tokens.add(new TextPattern.Literal(text(random, 1 + random.nextInt(5))));
            if (random.nextBoolean()) {
                tokens.add(new TextPattern.AnyRun());
            }
            patterns.add(new TextPattern(tokens));
        }
        return patterns;
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
