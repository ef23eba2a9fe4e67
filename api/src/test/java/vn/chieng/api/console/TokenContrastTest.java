package vn.chieng.api.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+): (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));");
    private static final Map<String, String> LIGHT = new HashMap<>();
    private static final Map<String, String> DARK = new HashMap<>();

    @BeforeAll
    static void readTokens() throws IOException {
        Matcher tokens = TOKEN.matcher(Files.readString(Path.of("src/main/resources/static/css/console.css")));
        while (tokens.find()) {
            boolean both = tokens.group(4) != null;
            LIGHT.put(tokens.group(1), both ? tokens.group(4) : tokens.group(2));
            DARK.put(tokens.group(1), both ? tokens.group(4) : tokens.group(3));
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2} or more")
    @CsvSource({
        "m1, m1-back, 6.6",
        "m2, m2-back, 5.5",
        "m3, m3-back, 6.2",
        "m4, m4-back, 6.7",
        "good, good-back, 4.5",
        "ink, page, 7",
        "ink, surface, 7",
        "ink, surface-raised, 7",
        "ink, row-hover, 7",
        "ink, row-chosen, 7",
        "ink-quiet, page, 4.5",
        "ink-quiet, surface, 4.5",
        "ink-quiet, surface-raised, 4.5",
        "ink-quiet, row-hover, 4.5",
        "ink-quiet, row-chosen, 4.5",
        "ink-quiet, row-changed, 4.5",
        "accent, page, 4.5",
        "accent, surface, 4.5",
        "accent, row-hover, 4.5",
        "accent-ink, accent-fill, 4.5",
        "m1, surface, 4.5",
        "m1, surface-raised, 4.5",
        "control-line, surface, 3",
        "control-line, page, 3",
        "focus, page, 3",
        "focus, surface, 3",
        "side-ink, side, 7",
        "side-quiet, side, 4.5",
        "side-ink, side-chosen, 7",
        "cover-ink, cover-1, 7",
        "cover-ink, cover-2, 7",
        "cover-ink, cover-3, 7",
        "cover-ink-on-dark, cover-4, 4.5",
        "cover-ink-on-dark, cover-5, 7"
    })
    void canBeReadInLightAndDark(String ink, String back, double least) {
        assertThat(contrast(LIGHT, ink, back)).as("light").isGreaterThanOrEqualTo(least);
        assertThat(contrast(DARK, ink, back)).as("dark").isGreaterThanOrEqualTo(least);
    }

    private static double contrast(Map<String, String> tokens, String ink, String back) {
        double one = luminance(requireNonNull(tokens.get(ink), ink));
        double other = luminance(requireNonNull(tokens.get(back), back));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
