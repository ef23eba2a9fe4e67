package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueMatchingTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "C:\\Windows; c:\\WINDOWS; true",
                "C:\\Windows\\*; C:\\Windows\\x; false",
                "C:\\Windows\\*; C:\\Windows*; true",
                "C:\\Windows\\\\*; C:\\Windows\\x; true",
                "C:\\Windows\\\\\\*; C:\\Windows\\*; true",
                "C:\\Windows\\\\\\*; C:\\Windows\\x; false",
                "a\\\\b; a\\b; true",
                "a\\b; a\\b; true",
                "a\\; a\\; true",
                "a\\?; a?; true",
                "a\\?; ab; false",
                "a?c; abc; true",
                "a?c; ac; false",
                "a?c; a😀c; true",
                "a*c; ac; true",
                "a*c*e; a-c-c-e; true",
                "a*c*e; a-e-c; false",
                "*b*; abc; true",
                "a*a; a; false",
                "?*; x; true",
                "Đường; đƯỜNG; true",
                "abc; xabc; false",
            })
    void wholeValuesMatchWithWildcardsAndEscapes(String pattern, String value, boolean expected) {
        assertThat(OneRule.item("f: '" + pattern + "'").matches("f", value)).isEqualTo(expected);
    }

    @Test
    void aStarTakesNewlines() {
        assertThat(OneRule.item("f: a*b").matches("f", "a\n\nb")).isTrue();
    }

    @Test
    void numbersAndTruthCompareByTypeAndByText() {
        OneRule number = OneRule.item("f: 4688");
        assertThat(number.matches("f", 4688)).isTrue();
        assertThat(number.matches("f", 4688L)).isTrue();
        assertThat(number.matches("f", 4688.0)).isTrue();
        assertThat(number.matches("f", "4688")).isTrue();
        assertThat(number.matches("f", "46880")).isFalse();
        assertThat(OneRule.item("f: '4688'").matches("f", 4688)).isTrue();
        assertThat(OneRule.item("f: true").matches("f", true)).isTrue();
        assertThat(OneRule.item("f: true").matches("f", "True")).isTrue();
        assertThat(OneRule.item("f: 'true'").matches("f", true)).isTrue();
        assertThat(OneRule.item("f: true").matches("f", false)).isFalse();
        assertThat(OneRule.item("f|contains: 68").matches("f", 4688)).isTrue();
    }

    @Test
    void nullEmptyStarAndExistsAreFourThings() {
        Map<String, Object> absent = Map.of("g", "x");
        assertPresence("f: null", true, true, false, false, absent);
        assertPresence("f:", true, true, false, false, absent);
        assertPresence("f: ''", false, false, true, false, absent);
        assertPresence("f: '*'", false, false, true, true, absent);
        assertPresence("f|exists: true", false, true, true, true, absent);
        assertPresence("f|exists: false", true, false, false, false, absent);
    }

    private static void assertPresence(
            String item,
            boolean whenAbsent,
            boolean whenNull,
            boolean whenEmpty,
            boolean whenFilled,
            Map<String, Object> absent) {
        OneRule rule = OneRule.item(item);
        assertThat(rule.matches(absent)).as("%s, absent", item).isEqualTo(whenAbsent);
        assertThat(rule.matches("f", null)).as("%s, null", item).isEqualTo(whenNull);
        assertThat(rule.matches("f", "")).as("%s, empty", item).isEqualTo(whenEmpty);
        assertThat(rule.matches("f", "x")).as("%s, filled", item).isEqualTo(whenFilled);
    }

    @Test
    void anArrayMatchesByAnyElementAndNegationNegatesTheWhole() {
        assertThat(OneRule.item("f: b").matches("f", List.of("a", "b"))).isTrue();
        assertThat(OneRule.item("f|neq: b").matches("f", List.of("a", "b"))).isFalse();
        assertThat(OneRule.item("f|contains|all: [a, b]").matches("f", List.of("xa", "xb")))
                .isTrue();
        assertThat(OneRule.item("f: null").matches("f", List.of())).isTrue();
        assertThat(OneRule.item("f.g: b").matches("f", List.of(Map.of("g", "a"), Map.of("g", "b"))))
                .isTrue();
    }

    @Test
    void fieldsAreFoundNestedAndDotted() {
        assertThat(OneRule.item("a.b.c: x").matches("a", Map.of("b", Map.of("c", "x"))))
                .isTrue();
        assertThat(OneRule.item("a.b.c: x").matches("a.b.c", "x")).isTrue();
        assertThat(OneRule.item("a.b.c: x").matches("a", Map.of("b.c", "x"))).isTrue();
        assertThat(OneRule.item("A: x").matches("a", "x")).isFalse();
    }

    @Test
    void mapsAreAndListsOfMapsAreOr() {
        OneRule and = OneRule.item("f: a\ng: b");
        assertThat(and.matches(Map.of("f", "a", "g", "b"))).isTrue();
        assertThat(and.matches(Map.of("f", "a", "g", "x"))).isFalse();
        OneRule or = OneRule.item("- f: a\n- g: [b, c]");
        assertThat(or.matches(Map.of("f", "x", "g", "c"))).isTrue();
        assertThat(or.matches(Map.of("f", "x", "g", "x"))).isFalse();
    }

    @Test
    void keywordsOccurAnywhere() {
        OneRule any = OneRule.detection("keywords: [mimikatz, 4711]\ncondition: keywords");
        assertThat(any.matches("x", Map.of("y", List.of("run MimiKatz now")))).isTrue();
        assertThat(any.matches("x", 54711)).isTrue();
        assertThat(any.matches("mimikatz", "x")).isFalse();
        OneRule all = OneRule.detection("keywords:\n  '|all': [one, t?o]\ncondition: keywords");
        assertThat(all.matches(Map.of("x", "one", "y", "and two"))).isTrue();
        assertThat(all.matches(Map.of("x", "one", "y", "and three"))).isFalse();
        OneRule single = OneRule.detection("keywords: needle\ncondition: keywords");
        assertThat(single.matches("message", "a needle here")).isTrue();
        OneRule mixed = OneRule.detection("keywords:\n  - needle\n  - f: a\ncondition: keywords");
        assertThat(mixed.matches("f", "a")).isTrue();
        assertThat(mixed.matches("g", "needle")).isTrue();
        assertThat(mixed.matches("g", "a")).isFalse();
    }

    @Test
    void keywordsAreNotFoundInTheSyntaxOfAnOriginalInJson() {
        OneRule rule = OneRule.detection("keywords: [EventData]\ncondition: keywords");
        assertThat(rule.matches("event.original", "x")).isFalse();
        assertThat(rule.matches("wrapped", Map.of("original", "{\"EventData\":1}")))
                .isTrue();
    }

    @Test
    void hostileTextCostsLittle() {
        OneRule rule = OneRule.item("f|contains: 'a*a*a*a*a*a*a*a*a*b'");
        assertThat(rule.matches("f", "a".repeat(1_000_000))).isFalse();
        OneRule regex = OneRule.item("f|re: '(a+)+$'");
        assertThat(regex.matches("f", "a".repeat(50_000) + "!")).isFalse();
    }
}
