package vn.chieng.law.reading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.pack.Input;

/** Checks that a condition names known inputs and compares each as its type allows. */
final class ConditionCheck {
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final Issues issues;
    private final Places places;

    ConditionCheck(Collection<Input> inputs, Issues issues, Places places) {
        inputs.forEach(input -> this.inputs.put(input.id(), input));
        this.issues = issues;
        this.places = places;
    }

    void check(@Nullable Condition condition) {
        switch (condition) {
            case null -> {
                // no condition, nothing to check
            }
            case Condition.All(List<Condition> operands) -> operands.forEach(this::check);
            case Condition.Any(List<Condition> operands) -> operands.forEach(this::check);
            case Condition.Not(Condition operand) -> check(operand);
            case Condition.Test test -> {
                Input input = inputs.get(test.input());
                if (input == null) {
                    issues.add(places.of(test, "input"), "the input \"" + test.input() + "\" is not known here");
                } else {
                    compare(test, input);
                }
            }
        }
    }

    private void compare(Condition.Test test, Input input) {
        switch (test) {
            case Condition.Exists _ -> {
                // any type may be known or not
            }
            case Condition.Equal(String _, String value) -> equal(test, input, value);
            case Condition.In(String _, List<String> values) -> in(test, input, values);
            case Condition.AtLeast _ -> number(test, input, "at-least");
            case Condition.AtMost _ -> number(test, input, "at-most");
        }
    }

    private void equal(Condition.Test test, Input input, String value) {
        switch (input.type()) {
            case BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    issues.add(places.of(test, "equals"), "\"" + input.id() + "\" is true or false");
                }
            }
            case INTEGER -> {
                try {
                    ScalarTypes.parse(value, Integer.class);
                } catch (IllegalArgumentException e) {
                    issues.add(places.of(test, "equals"), String.valueOf(e.getMessage()));
                }
            }
            case ENUM, SET -> option(test, "equals", input, value);
        }
    }

    private void in(Condition.Test test, Input input, List<String> values) {
        switch (input.type()) {
            case BOOLEAN, INTEGER ->
                issues.add(places.of(test, "in"), "\"" + input.id() + "\" has no options that a list could name");
            case ENUM, SET -> values.forEach(value -> option(test, "in", input, value));
        }
    }

    private void option(Condition.Test test, String key, Input input, String value) {
        if (!input.offers(value)) {
            issues.add(places.of(test, key), "\"" + value + "\" is no option of \"" + input.id() + "\"");
        }
    }

    private void number(Condition.Test test, Input input, String key) {
        if (input.type() != Input.Type.INTEGER) {
            issues.add(places.of(test, key), "\"" + input.id() + "\" is not a whole number");
        }
    }
}
