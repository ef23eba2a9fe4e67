package vn.chieng.sigma.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Position;

/**
 * A correlation that was read and checked.
 *
 * @param rules ids or names of rules, or of other correlations
 * @param comparisons all must hold; empty for the temporal types without a condition
 * @param fields of which {@code value_count} counts distinct values, and the others take the number
 * @param temporal the condition over rule names of the two temporal types, or null where all rules must match
 * @param aliases for each alias the field of each rule
 * @param generate whether the rules it refers to also alert by themselves
 */
public record CorrelationRule(
        String id,
        String title,
        String name,
        Type type,
        List<String> rules,
        List<String> groupBy,
        Duration timespan,
        List<Comparison> comparisons,
        List<String> fields,
        @Nullable BigDecimal percentile,
        @Nullable Condition temporal,
        Map<String, Map<String, String>> aliases,
        boolean generate,
        String file,
        Position position) {

    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        comparisons = List.copyOf(comparisons);
        fields = List.copyOf(fields);
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    }

    /** One comparison of a condition. */
    public record Comparison(Operator operator, BigDecimal number) {}

    /** How the count or value compares. */
    public enum Operator {
        GT,
        GTE,
        LT,
        LTE,
        EQ,
        NEQ
    }

    /** What is counted or looked for within the timespan. */
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        VALUE_SUM,
        VALUE_AVG,
        VALUE_MEDIAN,
        VALUE_PERCENTILE,
        TEMPORAL,
        TEMPORAL_ORDERED;

        boolean isTemporal() {
            return this == TEMPORAL || this == TEMPORAL_ORDERED;
        }

        boolean needsField() {
            return !isTemporal() && this != EVENT_COUNT;
        }
    }
}
