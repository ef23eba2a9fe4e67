package vn.chieng.sigma.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads a {@code filter} document. */
final class FilterReader {
    private static final String RULES = "rules";
    private static final String ANY = "any";

    private final Issues issues;
    private final SigmaSettings settings;

    FilterReader(Issues issues, SigmaSettings settings) {
        this.issues = issues;
        this.settings = settings;
    }

    /** The filter, or null where it is wrong. */
    @Nullable
    SigmaFilter read(YamlNode.Mapping document) {
        int before = issues.count();
        String title = RuleReader.text(document, "title");
        if (title.isBlank()) {
            issues.add(document.position(), "the filter has no title");
        }
        LogSource logSource = new LogSourceReader(issues).read(document);
        if (!(document.get("filter") instanceof YamlNode.Mapping filter)) {
            issues.add(document.position(), "filter must be a map");
            return null;
        }
        List<String> rules = RuleReader.texts(filter, RULES);
        if (rules.isEmpty()) {
            issues.add(filter.position(), "the filter names no rules");
        }
        Detection detection = new DetectionReader(issues, settings).read(filter, Set.of(RULES));
        if (issues.count() > before || detection == null || logSource == null) {
            return null;
        }
        return new SigmaFilter(
                RuleReader.id(document, title),
                title,
                rules,
                rules.contains(ANY),
                logSource,
                detection,
                issues.file(),
                document.position());
    }
}
