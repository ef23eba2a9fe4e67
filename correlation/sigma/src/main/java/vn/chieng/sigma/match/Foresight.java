package vn.chieng.sigma.match;

import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.Condition;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.ValueTest;

/** Says of a rule whether the fields that tell the log source rule it out, so that nobody has to ask further. */
public final class Foresight {
    private final Detection detection;
    private final Map<Search.Item, Matcher> known;

    /** What can be said. */
    private enum Answer {
        HOLDS,
        FAILS,
        OPEN;

        Answer negated() {
            return switch (this) {
                case HOLDS -> FAILS;
                case FAILS -> HOLDS;
                case OPEN -> OPEN;
            };
        }
    }

    /** Items that are not among the known ones, by identity, are left open. */
    Foresight(Detection detection, Map<Search.Item, Matcher> known) {
        this.detection = detection;
        this.known = known;
    }

    static boolean isTold(Search.Item item) {
        return item.values().stream().flatMap(List::stream).noneMatch(ValueTest.Reference.class::isInstance);
    }

    /** Whether the rule matches no event that has the same key as this one. */
    public boolean rulesOut(EventScan event) {
        return !known.isEmpty() && of(detection.condition(), event) == Answer.FAILS;
    }

    private Answer of(Condition condition, EventScan event) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) ->
                join(operands.stream().map(operand -> of(operand, event)).toList(), Answer.FAILS);
            case Condition.Or(List<Condition> operands) ->
                join(operands.stream().map(operand -> of(operand, event)).toList(), Answer.HOLDS);
            case Condition.Not(Condition operand) -> of(operand, event).negated();
            case Condition.Named(String identifier, var _) -> {
                Search search = detection.searches().get(identifier);
                yield search == null ? Answer.OPEN : of(search, event);
            }
        };
    }

    private Answer of(Search search, EventScan event) {
        return switch (search) {
            case Search.All(List<Search> parts) ->
                join(parts.stream().map(part -> of(part, event)).toList(), Answer.FAILS);
            case Search.Any(List<Search> parts) ->
                join(parts.stream().map(part -> of(part, event)).toList(), Answer.HOLDS);
            case Search.Item item -> {
                Matcher matcher = known.get(item);
                yield matcher == null ? Answer.OPEN : of(matcher, event);
            }
        };
    }

    private static Answer of(Matcher matcher, EventScan event) {
        return switch (Verdict.of(matcher, event)) {
            case MATCHED -> Answer.HOLDS;
            case NOT_MATCHED -> Answer.FAILS;
            case FAILED -> Answer.OPEN;
        };
    }

    /** One answer decides; without it, all must agree on the other. */
    private static Answer join(List<Answer> answers, Answer decisive) {
        return answers.contains(decisive) ? decisive : answers.contains(Answer.OPEN) ? Answer.OPEN : decisive.negated();
    }
}
