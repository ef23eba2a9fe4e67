package vn.chieng.law.conditions;

import java.util.Set;

/** The known value of one input. */
public sealed interface Fact {

    /** Yes or no. */
    record Flag(boolean value) implements Fact {}

    /** A whole number that is not negative. */
    record Count(int value) implements Fact {
        public Count {
            if (value < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }
    }

    /** One of the input's options. */
    record Choice(String value) implements Fact {}

    /** Some of the input's options, perhaps none. */
    record Choices(Set<String> values) implements Fact {
        public Choices {
            values = Set.copyOf(values);
        }
    }
}
