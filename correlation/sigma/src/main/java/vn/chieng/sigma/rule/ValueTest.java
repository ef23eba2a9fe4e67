package vn.chieng.sigma.rule;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import vn.chieng.sigma.text.TextPattern;

/** One test of a field's value, as the modifiers left it. */
public sealed interface ValueTest {

    /** The whole text matches, wildcards included. */
    record Text(TextPattern pattern, boolean cased) implements ValueTest {}

    /** Equal as a number, or as the text in the rule. */
    record Numeric(BigDecimal value, String written) implements ValueTest {}

    /** Equal as a truth value or its text. */
    record Truth(boolean value) implements ValueTest {}

    /** The field is absent or null. */
    record Null() implements ValueTest {}

    /** The key is there, or not there, whatever its value. */
    record Exists(boolean expected) implements ValueTest {}

    /** A part of the text matches a regular expression, in time linear in the text. */
    record Regex(Pattern pattern) implements ValueTest {}

    /** The text is an address in a network. */
    record Network(IpNetwork network) implements ValueTest {}

    /** The value is a number that compares so. */
    record Comparison(Operator operator, BigDecimal number) implements ValueTest {}

    /** A part of the timestamp compares so. */
    record Time(TimePart part, Operator operator, BigDecimal number) implements ValueTest {}

    /** The value stands in a relation to another field of the same event. */
    record Reference(String field, Relation relation, boolean cased) implements ValueTest {}

    /** How two numbers compare. */
    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        public boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /** How the text of a field relates to that of another. */
    enum Relation {
        EQUALS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }
}
