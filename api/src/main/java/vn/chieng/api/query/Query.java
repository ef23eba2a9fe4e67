package vn.chieng.api.query;

import java.util.List;

/** What a list is asked for, as a tree. */
public sealed interface Query {
    /** Asks for nothing in particular. */
    Query EVERYTHING = new And(List.of());

    /** Whether a query asks about the field of this name anywhere. */
    static boolean asks(Query query, String field) {
        return switch (query) {
            case And(List<Query> operands) -> operands.stream().anyMatch(each -> asks(each, field));
            case Or(List<Query> operands) -> operands.stream().anyMatch(each -> asks(each, field));
            case Not(Query operand) -> asks(operand, field);
            case Words _ -> false;
            case Term(QueryField asked, FieldTest _) -> asked.name().equals(field);
        };
    }

    /** The words of a text as they stand one after the other; everything where it is blank. */
    static Query words(String text) {
        return text.isBlank() ? EVERYTHING : new Words(Pattern.of(text.strip()));
    }

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
