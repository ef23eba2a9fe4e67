package vn.chieng.law.conditions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Evaluates conditions over facts; a missing fact leaves open what depends on it, and nothing else. */
public final class Evaluation {
    private Evaluation() {}

    public static Truth evaluate(Condition condition, Facts facts) {
        return switch (condition) {
            case Condition.All(List<Condition> operands) ->
                operands.stream().map(operand -> evaluate(operand, facts)).reduce(Truth.HOLDS, Truth::and);
            case Condition.Any(List<Condition> operands) ->
                operands.stream().map(operand -> evaluate(operand, facts)).reduce(Truth.FAILS, Truth::or);
            case Condition.Not(Condition operand) -> evaluate(operand, facts).not();
            case Condition.Exists(String input) -> Truth.of(facts.of(input).isPresent());
            case Condition.Test test ->
                facts.of(test.input()).map(fact -> Truth.of(holds(test, fact))).orElse(Truth.OPEN);
        };
    }

    /** The comparisons that stand between these facts and the condition: those that fail and those left open. */
    public static List<Unmet> unmet(Condition condition, Facts facts) {
        return switch (evaluate(condition, facts)) {
            case HOLDS -> List.of();
            case OPEN, FAILS ->
                switch (condition) {
                    case Condition.All(List<Condition> operands) -> unmetOf(operands.stream(), facts);
                    case Condition.Any(List<Condition> operands) -> unmetOf(operands.stream(), facts);
                    case Condition.Not not -> List.of(new Unmet(not, evaluate(not, facts)));
                    case Condition.Test test -> List.of(new Unmet(test, evaluate(test, facts)));
                };
        };
    }

    private static List<Unmet> unmetOf(Stream<Condition> operands, Facts facts) {
        return operands.flatMap(operand -> unmet(operand, facts).stream()).toList();
    }

    /** The inputs that the condition names and the facts do not hold. */
    public static Set<String> missing(Condition condition, Facts facts) {
        Set<String> missing = new LinkedHashSet<>(inputs(condition));
        missing.removeIf(input -> facts.of(input).isPresent());
        return missing;
    }

    /** All inputs that the condition names. */
    public static Set<String> inputs(Condition condition) {
        Set<String> inputs = new LinkedHashSet<>();
        switch (condition) {
            case Condition.All(List<Condition> operands) -> operands.forEach(operand -> inputs.addAll(inputs(operand)));
            case Condition.Any(List<Condition> operands) -> operands.forEach(operand -> inputs.addAll(inputs(operand)));
            case Condition.Not(Condition operand) -> inputs.addAll(inputs(operand));
            case Condition.Test test -> inputs.add(test.input());
        }
        return inputs;
    }

    private static boolean holds(Condition.Test test, Fact fact) {
        return switch (test) {
            case Condition.Exists _ -> true;
            case Condition.Equal(String _, String value) ->
                switch (fact) {
                    case Fact.Flag(boolean flag) -> String.valueOf(flag).equals(value);
                    case Fact.Count(int count) -> String.valueOf(count).equals(value);
                    case Fact.Choice(String choice) -> choice.equals(value);
                    case Fact.Choices(Set<String> choices) -> choices.equals(Set.of(value));
                };
            case Condition.In(String _, List<String> values) ->
                switch (fact) {
                    case Fact.Flag(boolean flag) -> values.contains(String.valueOf(flag));
                    case Fact.Count(int count) -> values.contains(String.valueOf(count));
                    case Fact.Choice(String choice) -> values.contains(choice);
                    case Fact.Choices(Set<String> choices) -> choices.stream().anyMatch(values::contains);
                };
            case Condition.AtLeast(String _, int limit) -> fact instanceof Fact.Count(int count) && count >= limit;
            case Condition.AtMost(String _, int limit) -> fact instanceof Fact.Count(int count) && count <= limit;
        };
    }
}
