package vn.chieng.law.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.chieng.law.conditions.Condition;

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

    Optional<Condition> read(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            issues.add(node.position(), FORM);
            return Optional.empty();
        }
        Node input = fields.get("input");
        Optional<Condition> condition = input == null ? junction(fields) : comparison(fields, input);
        condition.ifPresent(read -> places.put(read, fields));
        return condition;
    }

    private Optional<Condition> junction(Node.Fields fields) {
        if (fields.entries().size() != 1) {
            issues.add(fields.position(), FORM);
            return Optional.empty();
        }
        Node.Entry entry = fields.entries().getFirst();
        return switch (entry.key().value()) {
            case "all" -> several(entry.value(), this::read).map(Condition.All::new);
            case "any" -> several(entry.value(), this::read).map(Condition.Any::new);
            case "not" -> read(entry.value()).map(Condition.Not::new);
            default -> {
                issues.add(
                        entry.key().position(), "unknown key \"" + entry.key().value() + "\": " + FORM);
                yield Optional.empty();
            }
        };
    }

    /** A list of which nothing is wrong; each wrong item is an issue of its own. */
    private <T> Optional<List<T>> several(Node node, Function<Node, Optional<T>> reader) {
        if (!(node instanceof Node.Items items) || items.nodes().isEmpty()) {
            issues.add(node.position(), "a list that is not empty is expected");
            return Optional.empty();
        }
        List<T> read =
                items.nodes().stream().map(reader).flatMap(Optional::stream).toList();
        return read.size() == items.nodes().size() ? Optional.of(read) : Optional.empty();
    }

    private Optional<Condition> comparison(Node.Fields fields, Node inputNode) {
        List<Node.Entry> others = fields.entries().stream()
                .filter(entry -> !entry.key().value().equals("input"))
                .toList();
        if (others.size() != 1 || !COMPARISONS.contains(others.getFirst().key().value())) {
            Position position = others.isEmpty()
                    ? fields.position()
                    : others.getFirst().key().position();
            issues.add(position, FORM);
            return Optional.empty();
        }
        Node value = others.getFirst().value();
        return word(inputNode).<Condition>flatMap(input -> switch (others.getFirst()
                .key()
                .value()) {
            case "equals" -> word(value).map(text -> new Condition.Equal(input, text));
            case "in" -> several(value, this::word).map(list -> new Condition.In(input, list));
            case "at-least" -> number(value).map(limit -> new Condition.AtLeast(input, limit));
            case "at-most" -> number(value).map(limit -> new Condition.AtMost(input, limit));
            default -> exists(input, value);
        });
    }

    private Optional<Condition> exists(String input, Node value) {
        if (value instanceof Node.Scalar scalar && scalar.value().equals("true")) {
            return Optional.of(new Condition.Exists(input));
        }
        issues.add(value.position(), "\"exists\" takes true; write not around it for the opposite");
        return Optional.empty();
    }

    private Optional<String> word(Node node) {
        if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
            return Optional.of(scalar.value());
        }
        issues.add(node.position(), "a word is expected");
        return Optional.empty();
    }

    private Optional<Integer> number(Node node) {
        return word(node).flatMap(text -> {
            try {
                return Optional.of((Integer) ScalarTypes.parse(text, Integer.class));
            } catch (IllegalArgumentException e) {
                issues.add(node.position(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }
}
