package vn.chieng.sigma.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine itself is the measure: what it matches must pass. */
class RegexSieveTest {
    private static final int EXPRESSIONS = 3_000;
    private static final int TEXTS = 40;
    private static final String LETTERS = "aAbBzZ09_ .-\\\"'`{}\n\tk\u212a\u0130ñ";
    private static final String[] ATOMS = {
        "a", "B", "z", "0", ".", "\\.", "\\s", "\\S", "\\w", "\\W", "\\d", "\\D", "[ab]", "[^ab]", "[A-Z]",
                "[a-zA-Z0-9]", "[^\\w]",
        "[\\s-]", "[]a]", "\\\\", "\"", "`", "\\{", "^", "$", "\\b", "(?i)", "k", "[^k]", "ñ", "\\t", "[\\x00-\\x1f]",
                "-", "_"
    };
    private static final String[] TIMES = {"", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "+?", "*?"};

    private final Random random = new Random(11);

    @Test
    void whateverTheEngineMatchesPasses() {
        int refused = 0;
        int matched = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String regex = expression(3);
            Pattern pattern = Pattern.compile(regex);
            RegexSieve sieve = RegexReader.read(regex).flatMap(RegexSieve::of).orElse(null);
            for (int j = 0; sieve != null && j < TEXTS; j++) {
                String text = text();
                boolean found = pattern.matcher(text).find();
                boolean passes = sieve.lets(text);
                assertThat(passes || !found).as("%s on %s", regex, text).isTrue();
                matched += found ? 1 : 0;
                refused += passes ? 0 : 1;
            }
        }
        assertThat(matched).isGreaterThan(EXPRESSIONS);
        assertThat(refused).isGreaterThan(EXPRESSIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~ ",
            quoteCharacter = '\0',
            value = {
                "\\s[a-fA-F0-9]{64}\\s[a-fA-F0-9]{16} ~ setup.exe 0123456789abcdef /n report.docx",
                "\\\\[a-zA-Z0-9]{1,32}\\.[a-zA-Z0-9]{1,6}\\.[ \"']{1} ~ C:\\Windows\\explorer.exe \"a.b\"",
                "\\w+`(?:\\w+|-|.)`[\\w+|\\s] ~ powershell -c ls",
                "\"(?:\\{\\d\\})+\"\\s*-f ~ echo \"{a}\" -f",
                "(?i)x{200} ~ xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            })
    void anOrdinaryTextIsRefusedWithoutTheEngine(String regex, String text) {
        assertThat(sieve(regex).lets(text)).isFalse();
    }

    @Test
    void lettersBeyondAsciiAreLeftToTheEngine() {
        assertThat(sieve("abc").lets("\u212a")).isTrue();
    }

    @Test
    void whatWouldTakeTooMuchRoomHasNone() {
        assertThat(RegexReader.read("a.{60}b.{60}c").flatMap(RegexSieve::of)).isEmpty();
        assertThat(RegexReader.read("(?:(?:abcdef){50}){50}").flatMap(RegexSieve::of))
                .isEmpty();
    }

    private static RegexSieve sieve(String regex) {
        return RegexReader.read(regex).flatMap(RegexSieve::of).orElseThrow();
    }

    private String expression(int depth) {
        StringBuilder regex = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            boolean group = depth > 0 && random.nextInt(4) == 0;
            String atom = group
                    ? (random.nextBoolean() ? "(" : "(?:") + expression(depth - 1)
                            + (random.nextBoolean() ? "|" + expression(depth - 1) : "") + ")"
                    : ATOMS[random.nextInt(ATOMS.length)];
            boolean place = atom.equals("^") || atom.equals("$") || atom.equals("\\b") || atom.equals("(?i)");
            regex.append(atom).append(place ? "" : TIMES[random.nextInt(TIMES.length)]);
        }
        return regex.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
