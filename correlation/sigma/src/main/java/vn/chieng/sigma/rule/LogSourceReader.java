package vn.chieng.sigma.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads the {@code logsource} of a rule or filter. */
final class LogSourceReader {
    private final Issues issues;

    LogSourceReader(Issues issues) {
        this.issues = issues;
    }

    @Nullable
    LogSource read(YamlNode.Mapping mapping) {
        YamlNode node = mapping.get("logsource");
        if (!(node instanceof YamlNode.Mapping)) {
            issues.add(node == null ? mapping.position() : node.position(), "the rule has no logsource map");
            return null;
        }
        LogSource source = new LogSource(key(node, "category"), key(node, "product"), key(node, "service"));
        if (source.equals(new LogSource(null, null, null))) {
            issues.add(node.position(), "the logsource names no category, product or service");
        }
        return source;
    }

    private @Nullable String key(YamlNode node, String key) {
        YamlNode value = node.get(key);
        if (value == null || value.plain() == null) {
            return null;
        }
        if (!(value instanceof YamlNode.Scalar scalar)) {
            issues.add(value.position(), key + " must be a text");
            return null;
        }
        return scalar.text().toLowerCase(Locale.ROOT);
    }
}
