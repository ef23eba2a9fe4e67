package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final String SEARCHES = """
            a1: {a1: 1}
            a2: {a2: 1}
            b: {b: 1}
            _c: {c: 1}
            condition: %s
            """;

    /** The fields named in the event are those whose search holds. */
    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "a1 or a2 and b, a1, true",
        "a1 or a2 and b, a2, false",
        "(a1 or a2) and b, a1, false",
        "(a1 or a2) and b, a1 b, true",
        "not a1 and b, b, true",
        "not (a1 or b), a2, true",
        "not not a1, a1, true",
        "1 of a*, a2, true",
        "any of a*, a2, true",
        "all of a*, a2, false",
        "all of a*, a1 a2, true",
        "not 1 of a*, b, true",
        "1 of them, c, false",
        "all of them, a1 a2 b, true",
        "1 of *, c, false",
        "1 of _*, c, true",
        "_c, c, true",
        "1 of b, b, true",
        "a1 AND NOT b, a1, true",
        "1 OF THEM, b, true",
        "'[a1, b]', b, true",
    })
    void bindsAsTheSpecificationSays(String condition, String fields, boolean expected) {
        java.util.Map<String, Object> event = new java.util.HashMap<>();
        for (String field : fields.split(" ", -1)) {
            event.put(field, 1);
        }
        assertThat(OneRule.detection(SEARCHES.formatted(condition)).matches(event))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a1 and; 10:20 the condition ends where a search is expected",
                "a1 b; 10:17 expected and, or, or the end of the condition but found b",
                "a1 and (b or a2; 10:29 a closing parenthesis is missing",
                "a1 and nothing; 10:21 there is no search named nothing",
                "a1 and 1 of nothing*; 10:26 no search is named like nothing*",
                "2 of a*; 10:14 expected 1, any or all before of but found 2",
                "1 of (a1); 10:19 expected them or a pattern after of",
                "a1 and or b; 10:21 expected a search but found or",
                "a1 | count() > 5; 10:17 aggregation with | is no longer part of Sigma: use a correlation",
                "a1 && b; 10:17 unexpected character & in the condition",
            })
    void namesWhatIsWrongAndItsPlace(String condition, String issue) {
        assertThat(OneRule.detection(SEARCHES.formatted(condition)).issues()).containsExactly(issue);
    }

    @Test
    void namesEveryUnknownSearch() {
        assertThat(OneRule.detection(SEARCHES.formatted("x and y or 1 of z*")).issues())
                .hasSize(3);
    }

    @Test
    void refusesConditionsNestedWithoutEnd() {
        String deep = "(".repeat(500) + "a1" + ")".repeat(500);
        assertThat(OneRule.detection(SEARCHES.formatted(deep)).issues())
                .singleElement()
                .asString()
                .contains("nested deeper");
        assertThat(OneRule.detection(SEARCHES.formatted("not ".repeat(1_000) + "a1"))
                        .issues())
                .singleElement()
                .asString()
                .contains("nested deeper");
        assertThat(OneRule.detection(SEARCHES.formatted("a1 or ".repeat(5_000) + "a1"))
                        .issues())
                .singleElement()
                .asString()
                .contains("words");
    }
}
