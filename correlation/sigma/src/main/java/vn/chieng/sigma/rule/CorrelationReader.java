package vn.chieng.sigma.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads a {@code correlation} document. */
final class CorrelationReader {
    private static final String FIELD = "field";
    private static final String PERCENTILE = "percentile";
    private static final String CONDITION = "condition";

    private final Issues issues;

    CorrelationReader(Issues issues) {
        this.issues = issues;
    }

    /** The correlation, or null where it is wrong. */
    @Nullable
    CorrelationRule read(YamlNode.Mapping document) {
        int before = issues.count();
        String title = RuleReader.text(document, "title");
        if (title.isBlank()) {
            issues.add(document.position(), "the correlation has no title");
        }
        if (!(document.get("correlation") instanceof YamlNode.Mapping correlation)) {
            issues.add(document.position(), "correlation must be a map");
            return null;
        }
        CorrelationRule.Type type = named(CorrelationRule.Type.class, correlation, "type");
        Duration timespan = timespan(correlation);
        List<String> rules = RuleReader.texts(correlation, "rules");
        List<CorrelationRule.Comparison> comparisons = comparisons(correlation);
        Condition temporal = temporal(correlation, rules);
        if (type != null) {
            checkCondition(correlation, type, comparisons, rules);
        }
        if (issues.count() > before || type == null || timespan == null) {
            return null;
        }
        YamlNode condition = correlation.get(CONDITION);
        return new CorrelationRule(
                RuleReader.id(document, title),
                title,
                RuleReader.text(document, "name"),
                type,
                rules,
                RuleReader.texts(correlation, "group-by"),
                timespan,
                comparisons,
                condition == null ? List.of() : RuleReader.texts(condition, FIELD),
                number(condition, PERCENTILE),
                temporal,
                aliases(correlation),
                correlation.get("generate") instanceof YamlNode.Scalar generate
                        && Boolean.TRUE.equals(generate.plain()),
                issues.file(),
                document.position());
    }

    private void checkCondition(
            YamlNode.Mapping correlation,
            CorrelationRule.Type type,
            List<CorrelationRule.Comparison> comparisons,
            List<String> rules) {
        YamlNode condition = correlation.get(CONDITION);
        boolean extended = condition instanceof YamlNode.Scalar;
        if (rules.isEmpty()) {
            issues.add(correlation.position(), "the correlation refers to no rules");
        }
        if (extended && !type.isTemporal()) {
            issues.add(correlation.position(), "a condition over rule names needs a temporal type");
        }
        if (!type.isTemporal() && comparisons.isEmpty()) {
            issues.add(correlation.position(), "the condition compares nothing: use gt, gte, lt, lte, eq or neq");
        }
        if (type.needsField()
                && (condition == null || RuleReader.texts(condition, FIELD).isEmpty())) {
            issues.add(correlation.position(), "the condition names no field");
        }
        if (type == CorrelationRule.Type.VALUE_PERCENTILE && number(condition, PERCENTILE) == null) {
            issues.add(correlation.position(), "value_percentile needs a percentile");
        }
    }

    private static @Nullable BigDecimal number(@Nullable YamlNode map, String key) {
        return map != null
                        && map.get(key) instanceof YamlNode.Scalar scalar
                        && scalar.plain() instanceof BigDecimal number
                ? number
                : null;
    }

    private @Nullable Duration timespan(YamlNode.Mapping correlation) {
        YamlNode node = correlation.get("timespan");
        Duration timespan = node instanceof YamlNode.Scalar scalar ? Timespan.read(scalar.text()) : null;
        if (timespan == null) {
            issues.add(
                    node == null ? correlation.position() : node.position(),
                    "the timespan must be a number and one of s, m, h, d, w, M, y");
        }
        return timespan;
    }

    private List<CorrelationRule.Comparison> comparisons(YamlNode.Mapping correlation) {
        List<CorrelationRule.Comparison> comparisons = new ArrayList<>();
        if (correlation.get(CONDITION) instanceof YamlNode.Mapping condition) {
            for (YamlNode.Entry entry : condition.entries()) {
                String key = entry.key().text();
                if (key.equals(FIELD) || key.equals(PERCENTILE)) {
                    continue;
                }
                CorrelationRule.Operator operator = constant(CorrelationRule.Operator.class, key);
                BigDecimal number = number(condition, key);
                if (operator == null || number == null) {
                    issues.add(entry.key().position(), key + " is no comparison with a number");
                } else {
                    comparisons.add(new CorrelationRule.Comparison(operator, number));
                }
            }
        }
        return comparisons;
    }

    private @Nullable Condition temporal(YamlNode.Mapping correlation, List<String> rules) {
        return correlation.get(CONDITION) instanceof YamlNode.Scalar scalar
                ? ConditionReader.read(scalar.text(), scalar.position(), rules, issues)
                : null;
    }

    private Map<String, Map<String, String>> aliases(YamlNode.Mapping correlation) {
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        if (correlation.get("aliases") instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry alias : mapping.entries()) {
                Map<String, String> fields = new LinkedHashMap<>();
                if (alias.value() instanceof YamlNode.Mapping byRule) {
                    byRule.entries()
                            .forEach(entry -> fields.put(
                                    entry.key().text(),
                                    RuleReader.text(byRule, entry.key().text())));
                }
                aliases.put(alias.key().text(), Map.copyOf(fields));
            }
        }
        return aliases;
    }

    private <E extends Enum<E>> @Nullable E named(Class<E> type, YamlNode.Mapping mapping, String key) {
        String text = RuleReader.text(mapping, key);
        E constant = constant(type, text);
        if (constant == null) {
            issues.add(mapping.position(), "unknown " + key + " " + text);
        }
        return constant;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }
}
