package vn.chieng.api.law.reading;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.law.conditions.Condition;

/** Reads a condition: all, any, not, or one comparison of an input. */
final class ConditionReader {
    private static final Set<String> COMPARISONS = Set.of("equals", "in", "at-least", "at-most", "exists");
    private static final String FORM =
            "a condition is all, any, not, or an input with one of equals, in, at-least," + " at-most, exists";

    private final Issues issues;
    private final Places places;

    ConditionReader(Issues issues, Places places) {
        this.issues = issues;
        this.places = places;
    }

    @Nullable
    Condition read(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            issues.add(node.position(), FORM);
            return null;
        }
        Condition condition = fields.get("input") == null ? junction(fields) : comparison(fields);
        if (condition != null) {
            places.put(condition, fields);
        }
        return condition;
    }

    private @Nullable Condition junction(Node.Fields fields) {
        if (fields.entries().size() != 1) {
            issues.add(fields.position(), FORM);
            return null;
        }
        Node.Entry entry = fields.entries().getFirst();
        return switch (entry.key().value()) {
            case "all" -> operands(entry.value()) instanceof List<Condition> list ? new Condition.All(list) : null;
            case "any" -> operands(entry.value()) instanceof List<Condition> list ? new Condition.Any(list) : null;
            case "not" -> read(entry.value()) instanceof Condition operand ? new Condition.Not(operand) : null;
            default -> {
                issues.add(
                        entry.key().position(), "unknown key \"" + entry.key().value() + "\": " + FORM);
                yield null;
            }
        };
    }

    private @Nullable List<Condition> operands(Node node) {
        if (!(node instanceof Node.Items items) || items.nodes().isEmpty()) {
            issues.add(node.position(), "a list of conditions is expected");
            return null;
        }
        List<Condition> operands = items.nodes().stream()
                .map(this::read)
                .flatMap(Stream::ofNullable)
                .toList();
        return operands.size() == items.nodes().size() ? operands : null;
    }

    private @Nullable Condition comparison(Node.Fields fields) {
        List<Node.Entry> others = fields.entries().stream()
                .filter(entry -> !entry.key().value().equals("input"))
                .toList();
        if (others.size() != 1 || !COMPARISONS.contains(others.getFirst().key().value())) {
            issues.add(
                    others.isEmpty()
                            ? fields.position()
                            : others.getFirst().key().position(),
                    FORM);
            return null;
        }
        String input = scalar(Objects.requireNonNull(fields.get("input")));
        Node value = others.getFirst().value();
        if (input == null) {
            return null;
        }
        return switch (others.getFirst().key().value()) {
            case "equals" -> scalar(value) instanceof String text ? new Condition.Equal(input, text) : null;
            case "in" -> texts(value) instanceof List<String> list ? new Condition.In(input, list) : null;
            case "at-least" -> number(value) instanceof Integer limit ? new Condition.AtLeast(input, limit) : null;
            case "at-most" -> number(value) instanceof Integer limit ? new Condition.AtMost(input, limit) : null;
            default -> exists(value) ? new Condition.Exists(input) : null;
        };
    }

    private boolean exists(Node value) {
        if (value instanceof Node.Scalar scalar && scalar.value().equals("true")) {
            return true;
        }
        issues.add(value.position(), "\"exists\" takes true; write not around it for the opposite");
        return false;
    }

    private @Nullable String scalar(Node node) {
        if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
            return scalar.value();
        }
        issues.add(node.position(), "a word is expected");
        return null;
    }

    private @Nullable Integer number(Node node) {
        try {
            return scalar(node) instanceof String text ? (Integer) ScalarTypes.parse(text, Integer.class) : null;
        } catch (IllegalArgumentException e) {
            issues.add(node.position(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable List<String> texts(Node node) {
        if (!(node instanceof Node.Items items) || items.nodes().isEmpty()) {
            issues.add(node.position(), "a list of words is expected");
            return null;
        }
        List<String> texts = items.nodes().stream()
                .map(this::scalar)
                .flatMap(Stream::ofNullable)
                .toList();
        return texts.size() == items.nodes().size() ? texts : null;
    }
}
