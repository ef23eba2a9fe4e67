package vn.chieng.api.rules;

import java.util.List;

/**
 * One line of an exception: the field has one of the values.
 *
 * @param modifier Sigma's, such as {@code contains}; empty for the whole value
 */
public record FilterCondition(String field, String modifier, List<String> values) {
    /** The modifiers offered. */
    public static final List<String> MODIFIERS = List.of(
            "", "contains", "startswith", "endswith", "cidr", "re", "cased", "exists", "lt", "lte", "gt", "gte");

    public FilterCondition {
        values = List.copyOf(values);
    }
}
