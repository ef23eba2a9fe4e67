package vn.chieng.api.query;

import java.util.List;

/** What a list is asked for, as a tree. */
public sealed interface Query {
    /** Asks for nothing in particular. */
    Query EVERYTHING = new And(List.of());

    /** All of them hold; without operands it always does. */
    record And(List<Query> operands) implements Query {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** One of them holds. */
    record Or(List<Query> operands) implements Query {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** It does not hold. */
    record Not(Query operand) implements Query {}

    /** The words stand somewhere, as typed one after the other. */
    record Words(Pattern pattern) implements Query {}

    /** A field passes a test. */
    record Term(QueryField field, FieldTest test) implements Query {}
}
