package vn.chieng.sigma.rule;

import java.util.List;
import vn.chieng.sigma.yaml.Position;

/** A condition as a tree; quantifiers are already spelt out as {@link And} and {@link Or}. */
public sealed interface Condition {

    /** Holds when every operand does. */
    record And(List<Condition> operands) implements Condition {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Holds when any operand does. */
    record Or(List<Condition> operands) implements Condition {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** Holds when the operand does not. */
    record Not(Condition operand) implements Condition {}

    /** Holds when the search of this identifier does. */
    record Named(String identifier, Position position) implements Condition {}
}
