package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads the {@code detection} part of a rule: its searches and its condition. */
final class DetectionReader {
    private static final String CONDITION = "condition";

    private final Issues issues;
    private final SearchReader searches;

    DetectionReader(Issues issues, SigmaSettings settings) {
        this.issues = issues;
        this.searches = new SearchReader(new ItemReader(issues, settings), issues);
    }

    /** The detection, or null where it is wrong. */
    @Nullable
    Detection read(YamlNode.Mapping rule) {
        YamlNode node = rule.get("detection");
        if (!(node instanceof YamlNode.Mapping detection)) {
            issues.add(node == null ? rule.position() : node.position(), "the rule has no detection map");
            return null;
        }
        return read(detection, Set.of());
    }

    /** Searches and condition of a map in which some keys are neither. */
    @Nullable
    Detection read(YamlNode.Mapping detection, Set<String> otherKeys) {
        int before = issues.count();
        Map<String, Search> found = new LinkedHashMap<>();
        Set<String> identifiers = new LinkedHashSet<>();
        for (YamlNode.Entry entry : detection.entries()) {
            String identifier = entry.key().text();
            if (identifier.equals("timeframe")) {
                issues.add(entry.key().position(), "timeframe is no longer part of Sigma: use a correlation");
            } else if (!identifier.equals(CONDITION) && !otherKeys.contains(identifier)) {
                identifiers.add(identifier);
                Search search = searches.read(entry.value());
                if (search != null) {
                    found.put(identifier, search);
                }
            }
        }
        Condition condition = condition(detection, identifiers);
        return issues.count() > before || condition == null ? null : new Detection(found, condition);
    }

    private @Nullable Condition condition(YamlNode.Mapping detection, Set<String> identifiers) {
        YamlNode node = detection.get(CONDITION);
        List<YamlNode> texts = switch (node) {
            case null -> List.of();
            case YamlNode.Sequence(List<YamlNode> items, Position _) -> items;
            case YamlNode.Scalar scalar -> List.of(scalar);
            case YamlNode.Mapping mapping -> List.of(mapping);
        };
        if (texts.isEmpty()) {
            issues.add(node == null ? detection.position() : node.position(), "the detection has no condition");
        }
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode text : texts) {
            if (text instanceof YamlNode.Scalar scalar) {
                Position start = scalar.quoted() ? scalar.position().plus(1) : scalar.position();
                Condition condition = ConditionReader.read(scalar.text(), start, identifiers, issues);
                if (condition != null) {
                    conditions.add(condition);
                }
            } else {
                issues.add(text.position(), "a condition must be a text");
            }
        }
        return conditions.size() < texts.size() || conditions.isEmpty()
                ? null
                : conditions.size() == 1 ? conditions.getFirst() : new Condition.Or(conditions);
    }
}
