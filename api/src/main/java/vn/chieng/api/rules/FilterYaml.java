package vn.chieng.api.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.RuleIssue;

/** Writes exceptions as Sigma filters. */
final class FilterYaml {
    private static final Set<String> PLAIN = Set.of("exists", "lt", "lte", "gt", "gte");
    /** Of everything below {@code filter}. */
    private static final int INDENT = 2;

    private static final Pattern PLAIN_VALUE = Pattern.compile("true|false|-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private FilterYaml() {}

    /** One document for each. */
    static List<String> documents(Rule rule, List<RuleFilter> filters) {
        return filters.stream().map(filter -> document(rule, filter)).toList();
    }

    private static String document(Rule rule, RuleFilter filter) {
        StringBuilder yaml = new StringBuilder();
        String name = "Exception " + filter.id() + " of " + rule.id();
        yaml.append("title: ").append(quoted(name)).append('\n');
        yaml.append("id: ")
                .append(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .append('\n');
        yaml.append("logsource:\n");
        LogSource logSource = rule.logSource();
        key(yaml, "category", logSource.category());
        key(yaml, "product", logSource.product());
        key(yaml, "service", logSource.service());
        yaml.append("filter:\n  rules:\n    - ").append(quoted(rule.id())).append('\n');
        if (filter.text() != null) {
            return yaml.append(filter.text().indent(INDENT)).toString();
        }
        yaml.append("  selection:\n");
        filter.conditions().forEach(condition -> condition(yaml, condition));
        yaml.append("  condition: not selection\n");
        return yaml.toString();
    }

    /** Issues in the document of an exception that was written as text, at their places in that text. */
    static List<RuleIssue> asWritten(Rule rule, RuleFilter filter, List<RuleIssue> issues) {
        String text = filter.text();
        if (text == null) {
            return issues;
        }
        int before = (int) document(rule, filter).lines().count()
                - (int) text.lines().count();
        return issues.stream()
                .map(issue -> new RuleIssue(
                        issue.file(),
                        new Position(
                                Math.max(1, issue.position().line() - before),
                                Math.max(1, issue.position().column() - INDENT)),
                        issue.message()))
                .toList();
    }

    private static void key(StringBuilder yaml, String key, @Nullable String value) {
        if (value != null) {
            yaml.append("  ").append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static void condition(StringBuilder yaml, FilterCondition condition) {
        String key =
                condition.modifier().isEmpty() ? condition.field() : condition.field() + "|" + condition.modifier();
        yaml.append("    ").append(quoted(key)).append(':');
        if (condition.values().size() == 1) {
            yaml.append(' ')
                    .append(value(condition, condition.values().getFirst()))
                    .append('\n');
            return;
        }
        yaml.append('\n');
        condition
                .values()
                .forEach(value ->
                        yaml.append("      - ").append(value(condition, value)).append('\n'));
    }

    /** Numbers and truth values stay what they are where the modifier wants them so. */
    private static String value(FilterCondition condition, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return PLAIN.contains(condition.modifier())
                        && PLAIN_VALUE.matcher(lower).matches()
                ? lower
                : quoted(value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
