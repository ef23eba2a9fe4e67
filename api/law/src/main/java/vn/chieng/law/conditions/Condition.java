package vn.chieng.law.conditions;

import java.util.List;

/** When a rule applies: comparisons of inputs, joined by all, any and not. */
public sealed interface Condition {

    /** Holds when every operand holds. */
    record All(List<Condition> operands) implements Condition {
        public All {
            operands = nonEmpty(operands);
        }
    }

    /** Holds when at least one operand holds. */
    record Any(List<Condition> operands) implements Condition {
        public Any {
            operands = nonEmpty(operands);
        }
    }

    /** Holds when the operand does not. */
    record Not(Condition operand) implements Condition {}

    /** A comparison of one input. */
    sealed interface Test extends Condition {
        String input();
    }

    /** The input has exactly this value. */
    record Equal(String input, String value) implements Test {}

    /** The input has one of these values; of a set, at least one member is among them. */
    record In(String input, List<String> values) implements Test {
        public In {
            values = nonEmpty(values);
        }
    }

    /** The number is this or greater. */
    record AtLeast(String input, int limit) implements Test {}

    /** The number is this or smaller. */
    record AtMost(String input, int limit) implements Test {}

    /** The input is known. */
    record Exists(String input) implements Test {}

    private static <T> List<T> nonEmpty(List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the list must not be empty");
        }
        return List.copyOf(values);
    }
}
