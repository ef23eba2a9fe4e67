package vn.chieng.sigma.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.YamlNode;

/** Turns one value of an item into the tests it stands for, under the item's modifiers. */
final class ValueReader {
    static final int MAX_REGEX_LENGTH = 4_096;
    static final int MAX_REGEX_REPEAT = 1_000;

    private static final Set<Modifier> REGEX_FLAGS =
            EnumSet.of(Modifier.IGNORECASE, Modifier.MULTILINE, Modifier.DOTALL);
    private static final Map<Modifier, ValueTest.Operator> OPERATORS = new EnumMap<>(Map.of(
            Modifier.LT, ValueTest.Operator.LESS,
            Modifier.LTE, ValueTest.Operator.LESS_OR_EQUAL,
            Modifier.GT, ValueTest.Operator.GREATER,
            Modifier.GTE, ValueTest.Operator.GREATER_OR_EQUAL));
    private static final Map<Modifier, TimePart> TIME_PARTS = new EnumMap<>(Map.of(
            Modifier.MINUTE, TimePart.MINUTE,
            Modifier.HOUR, TimePart.HOUR,
            Modifier.DAY, TimePart.DAY,
            Modifier.WEEK, TimePart.WEEK,
            Modifier.MONTH, TimePart.MONTH,
            Modifier.YEAR, TimePart.YEAR));
    private static final Map<Modifier, ValueTest.Relation> RELATIONS = new EnumMap<>(Map.of(
            Modifier.CONTAINS, ValueTest.Relation.CONTAINS,
            Modifier.STARTSWITH, ValueTest.Relation.STARTS_WITH,
            Modifier.ENDSWITH, ValueTest.Relation.ENDS_WITH));
    private static final Set<Modifier> BESIDE_FIELDREF =
            EnumSet.of(Modifier.FIELDREF, Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH, Modifier.CASED);

    private final boolean keywords;
    private final List<Modifier> modifiers;
    private final Position position;
    private final Issues issues;
    private final SigmaSettings settings;

    ValueReader(boolean keywords, List<Modifier> modifiers, Position position, Issues issues, SigmaSettings settings) {
        this.keywords = keywords;
        this.modifiers = modifiers;
        this.position = position;
        this.issues = issues;
        this.settings = settings;
    }

    /** Reports modifiers that do not go together. */
    void checkOrder() {
        if (has(Modifier.RE)) {
            require(modifiers.getFirst() == Modifier.RE, "the modifier re must come first");
            Set<Modifier> allowed = EnumSet.of(Modifier.RE, Modifier.CONTAINS);
            allowed.addAll(REGEX_FLAGS);
            alone(Modifier.RE, allowed);
        } else if (modifiers.stream().anyMatch(REGEX_FLAGS::contains)) {
            issues.add(position, "the modifiers i, m and s belong after re");
        }
        for (Modifier modifier : modifiers) {
            if (modifier == Modifier.EXISTS || modifier == Modifier.CIDR) {
                alone(modifier, EnumSet.of(modifier));
            } else if (modifier == Modifier.FIELDREF) {
                alone(modifier, BESIDE_FIELDREF);
            } else if (OPERATORS.containsKey(modifier) || TIME_PARTS.containsKey(modifier)) {
                Set<Modifier> allowed = EnumSet.copyOf(OPERATORS.keySet());
                allowed.addAll(TIME_PARTS.keySet());
                alone(modifier, allowed);
            }
        }
        require(modifiers.stream().filter(OPERATORS::containsKey).count() <= 1, "more than one comparison");
        require(modifiers.stream().filter(TIME_PARTS::containsKey).count() <= 1, "more than one part of a timestamp");
        require(
                !keywords || modifiers.stream().allMatch(ValueReader::suitsKeywords),
                "a modifier that needs a field stands without one");
    }

    private static boolean suitsKeywords(Modifier modifier) {
        return modifier != Modifier.EXISTS
                && modifier != Modifier.FIELDREF
                && modifier != Modifier.STARTSWITH
                && modifier != Modifier.ENDSWITH
                && !OPERATORS.containsKey(modifier)
                && !TIME_PARTS.containsKey(modifier);
    }

    /** The tests of which one must hold; empty where the value is wrong, which is then an issue. */
    List<ValueTest> read(YamlNode.Scalar scalar) {
        if (has(Modifier.EXISTS)) {
            return exists(scalar);
        }
        if (has(Modifier.RE)) {
            return regex(scalar);
        }
        if (has(Modifier.CIDR)) {
            return network(scalar);
        }
        if (has(Modifier.FIELDREF)) {
            return reference(scalar);
        }
        if (modifiers.stream().anyMatch(m -> OPERATORS.containsKey(m) || TIME_PARTS.containsKey(m))) {
            return comparison(scalar);
        }
        return plain(scalar);
    }

    private List<ValueTest> plain(YamlNode.Scalar scalar) {
        Object value = scalar.plain();
        boolean textual = keywords || modifiers.stream().anyMatch(modifier -> modifier != Modifier.CASED);
        if (value == null) {
            if (textual) {
                issues.add(scalar.position(), "null cannot be a keyword and takes no modifier");
                return List.of();
            }
            return List.of(new ValueTest.Null());
        }
        if (value instanceof BigDecimal number && !textual) {
            return List.of(new ValueTest.Numeric(number, scalar.text()));
        }
        if (value instanceof Boolean truth && !textual) {
            return List.of(new ValueTest.Truth(truth));
        }
        TextModifiers text = new TextModifiers(scalar.position(), issues, settings);
        boolean cased = has(Modifier.CASED);
        return text.apply(scalar.text(), modifiers).stream()
                .map(pattern -> keywords ? pattern.open(true, true) : pattern)
                .<ValueTest>map(pattern -> new ValueTest.Text(pattern, cased))
                .toList();
    }

    private List<ValueTest> exists(YamlNode.Scalar scalar) {
        if (scalar.plain() instanceof Boolean expected) {
            return List.of(new ValueTest.Exists(expected));
        }
        issues.add(scalar.position(), "exists takes true or false");
        return List.of();
    }

    private List<ValueTest> network(YamlNode.Scalar scalar) {
        IpNetwork network = IpNetwork.read(scalar.text());
        if (network == null) {
            issues.add(scalar.position(), scalar.text() + " is not a network such as 192.0.2.0/24");
            return List.of();
        }
        return List.of(new ValueTest.Network(network));
    }

    private List<ValueTest> reference(YamlNode.Scalar scalar) {
        if (!(scalar.plain() instanceof String field) || field.isBlank()) {
            issues.add(scalar.position(), "fieldref takes the name of a field");
            return List.of();
        }
        ValueTest.Relation relation = modifiers.stream()
                .map(RELATIONS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ValueTest.Relation.EQUALS);
        return List.of(new ValueTest.Reference(field, relation, has(Modifier.CASED)));
    }

    private List<ValueTest> comparison(YamlNode.Scalar scalar) {
        if (!(scalar.plain() instanceof BigDecimal number)) {
            issues.add(scalar.position(), "a comparison takes a number");
            return List.of();
        }
        ValueTest.Operator operator = first(OPERATORS);
        TimePart part = first(TIME_PARTS);
        if (part != null) {
            ValueTest.Operator compared = operator == null ? ValueTest.Operator.EQUAL : operator;
            return List.of(new ValueTest.Time(part, compared, number));
        }
        return List.of(new ValueTest.Comparison(Objects.requireNonNull(operator), number));
    }

    private <T> @Nullable T first(Map<Modifier, T> table) {
        for (Modifier modifier : modifiers) {
            T value = table.get(modifier);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<ValueTest> regex(YamlNode.Scalar scalar) {
        int flags = (has(Modifier.IGNORECASE) ? Pattern.CASE_INSENSITIVE : 0)
                | (has(Modifier.MULTILINE) ? Pattern.MULTILINE : 0)
                | (has(Modifier.DOTALL) ? Pattern.DOTALL : 0);
        if (scalar.text().length() > MAX_REGEX_LENGTH) {
            issues.add(scalar.position(), "the regular expression is longer than " + MAX_REGEX_LENGTH);
            return List.of();
        }
        if (RegexSize.repeats(scalar.text()) > MAX_REGEX_REPEAT) {
            issues.add(scalar.position(), "the regular expression repeats a part over " + MAX_REGEX_REPEAT + " times");
            return List.of();
        }
        try {
            return List.of(new ValueTest.Regex(Pattern.compile(scalar.text(), flags)));
        } catch (PatternSyntaxException e) {
            issues.add(scalar.position(), "no usable regular expression: " + e.getDescription());
            return List.of();
        }
    }

    private void alone(Modifier modifier, Set<Modifier> allowed) {
        for (Modifier other : modifiers) {
            require(allowed.contains(other), "the modifiers " + modifier + " and " + other + " do not go together");
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            issues.add(position, message);
        }
    }

    private boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
