package vn.chieng.law.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private static final Condition YES = new Condition.Exists("there");
    private static final Condition NO = new Condition.Exists("absent");
    private static final Condition OPEN = new Condition.AtLeast("unknown", 1);
    private static final Facts FACTS = Facts.NONE
            .with("there", new Fact.Flag(true))
            .with("count", new Fact.Count(10))
            .with("kind", new Fact.Choice("a"))
            .with("kinds", new Fact.Choices(Set.of("a", "b")));

    @Test
    void oneFailureDecidesAllAndOneSuccessDecidesAnyWhateverIsOpen() {
        assertThat(all(YES, OPEN)).isEqualTo(Truth.OPEN);
        assertThat(all(NO, OPEN)).isEqualTo(Truth.FAILS);
        assertThat(all(YES, YES)).isEqualTo(Truth.HOLDS);
        assertThat(any(YES, OPEN)).isEqualTo(Truth.HOLDS);
        assertThat(any(NO, OPEN)).isEqualTo(Truth.OPEN);
        assertThat(any(NO, NO)).isEqualTo(Truth.FAILS);
    }

    @Test
    void theOppositeOfOpenIsOpen() {
        assertThat(Evaluation.evaluate(new Condition.Not(OPEN), FACTS)).isEqualTo(Truth.OPEN);
        assertThat(Evaluation.evaluate(new Condition.Not(YES), FACTS)).isEqualTo(Truth.FAILS);
    }

    @ParameterizedTest
    @CsvSource({"9, HOLDS", "10, HOLDS", "11, FAILS"})
    void atLeastIncludesTheLimit(int limit, Truth expected) {
        assertThat(Evaluation.evaluate(new Condition.AtLeast("count", limit), FACTS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"9, FAILS", "10, HOLDS", "11, HOLDS"})
    void atMostIncludesTheLimit(int limit, Truth expected) {
        assertThat(Evaluation.evaluate(new Condition.AtMost("count", limit), FACTS))
                .isEqualTo(expected);
    }

    @Test
    void aSetEqualsAValueOnlyWhenItHasNoOther() {
        assertThat(Evaluation.evaluate(new Condition.Equal("kinds", "a"), FACTS))
                .isEqualTo(Truth.FAILS);
        assertThat(Evaluation.evaluate(new Condition.In("kinds", List.of("b", "c")), FACTS))
                .isEqualTo(Truth.HOLDS);
        assertThat(Evaluation.evaluate(new Condition.Equal("kind", "a"), FACTS)).isEqualTo(Truth.HOLDS);
    }

    @Test
    void namesWhatIsMissingAndWhatIsNotMet() {
        Condition condition = new Condition.All(List.of(YES, OPEN, NO));
        assertThat(Evaluation.missing(condition, FACTS)).containsExactly("unknown", "absent");
        assertThat(Evaluation.unmet(condition, FACTS))
                .containsExactly(new Unmet(OPEN, Truth.OPEN), new Unmet(NO, Truth.FAILS));
    }

    private static Truth all(Condition... operands) {
        return Evaluation.evaluate(new Condition.All(List.of(operands)), FACTS);
    }

    private static Truth any(Condition... operands) {
        return Evaluation.evaluate(new Condition.Any(List.of(operands)), FACTS);
    }
}
