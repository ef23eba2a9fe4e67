package vn.chieng.sigma.match;

import java.util.List;
import vn.chieng.sigma.rule.Condition;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.ValueTest;

/** Estimates what a test costs, so that of several the cheapest is asked first. */
final class Cost {
    private static final long CHEAP = 1;
    private static final long TEXT = 3;
    private static final long PARSED = 10;
    private static final long REGEX = 1_000;
    private static final long KEYWORDS = 50;
    /** What is excluded is seldom there, so asking for it seldom decides. */
    private static final long NEGATED = 100_000;

    private Cost() {}

    static long of(Condition condition, Detection detection) {
        return switch (condition) {
            case Condition.And and ->
                and.operands().stream()
                        .mapToLong(operand -> of(operand, detection))
                        .sum();
            case Condition.Or or ->
                or.operands().stream()
                        .mapToLong(operand -> of(operand, detection))
                        .sum();
            case Condition.Not not -> of(not.operand(), detection) + NEGATED;
            case Condition.Named named -> {
                Search search = detection.searches().get(named.identifier());
                yield search == null ? CHEAP : of(search);
            }
        };
    }

    static long of(Search search) {
        return switch (search) {
            case Search.All all -> all.parts().stream().mapToLong(Cost::of).sum();
            case Search.Any any -> any.parts().stream().mapToLong(Cost::of).sum();
            case Search.Item item -> {
                long values = item.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Cost::of)
                        .sum();
                yield item.field() == null ? values * KEYWORDS : values;
            }
        };
    }

    private static long of(ValueTest test) {
        return switch (test) {
            case ValueTest.Null _, ValueTest.Exists _, ValueTest.Truth _, ValueTest.Numeric _ -> CHEAP;
            case ValueTest.Text _, ValueTest.Reference _ -> TEXT;
            case ValueTest.Network _, ValueTest.Comparison _, ValueTest.Time _ -> PARSED;
            case ValueTest.Regex _ -> REGEX;
        };
    }
}
