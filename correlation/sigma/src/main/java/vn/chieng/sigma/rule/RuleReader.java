package vn.chieng.sigma.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Level;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.RuleIssue;
import vn.chieng.sigma.yaml.YamlNode;
import vn.chieng.sigma.yaml.YamlReader;

/** Reads the rules of one file and everything that is wrong with them. */
public final class RuleReader {
    private static final Set<String> STATUSES = Set.of("stable", "test", "experimental", "deprecated", "unsupported");
    private static final Set<String> KNOWN = Set.of(
            "title",
            "id",
            "description",
            "author",
            "level",
            "status",
            "tags",
            "falsepositives",
            "logsource",
            "detection",
            "vi");

    private final Issues issues;
    private final SigmaSettings settings;
    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<SigmaFilter> filters = new ArrayList<>();
    private final List<CorrelationRule> correlations = new ArrayList<>();

    /** What a file gave. */
    public record Result(
            List<SigmaRule> rules,
            List<SigmaFilter> filters,
            List<CorrelationRule> correlations,
            List<RuleIssue> issues) {}

    private RuleReader(Issues issues, SigmaSettings settings) {
        this.issues = issues;
        this.settings = settings;
    }

    public static Result read(RuleSource source, SigmaSettings settings) {
        Issues issues = new Issues(source.file());
        RuleReader reader = new RuleReader(issues, settings);
        List<YamlNode> documents = YamlReader.read(source.content(), issues);
        if (issues.count() == 0 && documents.isEmpty()) {
            issues.add(Position.START, "the file holds no rule");
        }
        boolean whole = issues.count() == 0;
        documents.forEach(reader::read);
        return whole
                ? new Result(reader.rules, reader.filters, reader.correlations, issues.found())
                : new Result(List.of(), List.of(), List.of(), issues.found());
    }

    private void read(YamlNode document) {
        if (!(document instanceof YamlNode.Mapping mapping)) {
            issues.add(document.position(), "a rule must be a map");
        } else if (mapping.get("correlation") != null) {
            addTo(correlations, new CorrelationReader(issues).read(mapping));
        } else if (mapping.get("filter") != null) {
            addTo(filters, new FilterReader(issues, settings).read(mapping));
        } else {
            addTo(rules, rule(mapping));
        }
    }

    private static <T> void addTo(List<T> list, @Nullable T item) {
        if (item != null) {
            list.add(item);
        }
    }

    private @Nullable SigmaRule rule(YamlNode.Mapping mapping) {
        int before = issues.count();
        String title = required(mapping, "title");
        Level level = level(mapping);
        String status = status(mapping);
        checkTaxonomy(mapping);
        LogSource logSource = new LogSourceReader(issues).read(mapping);
        Detection detection = new DetectionReader(issues, settings).read(mapping);
        if (issues.count() > before || detection == null || logSource == null) {
            return null;
        }
        YamlNode vi = mapping.get("vi");
        String description = text(mapping, "description");
        return new SigmaRule(
                id(mapping, title),
                title,
                orElse(text(vi, "title"), title),
                description,
                orElse(text(vi, "description"), description),
                text(mapping, "author"),
                level,
                status,
                texts(mapping, "tags"),
                texts(mapping, "falsepositives"),
                logSource,
                detection,
                custom(mapping),
                issues.file(),
                mapping.position());
    }

    private String required(YamlNode.Mapping mapping, String key) {
        String text = text(mapping, key);
        if (text.isBlank()) {
            issues.add(mapping.position(), "the rule has no " + key);
        }
        return text;
    }

    private Level level(YamlNode.Mapping mapping) {
        YamlNode node = mapping.get("level");
        if (node == null) {
            return Level.MEDIUM;
        }
        String code = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        return Arrays.stream(Level.values())
                .filter(level -> level.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> {
                    issues.add(node.position(), "unknown level " + code);
                    return Level.MEDIUM;
                });
    }

    private @Nullable String status(YamlNode.Mapping mapping) {
        YamlNode node = mapping.get("status");
        if (node == null) {
            return null;
        }
        String status = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        if (!STATUSES.contains(status)) {
            issues.add(node.position(), "unknown status " + status);
        }
        return status;
    }

    private void checkTaxonomy(YamlNode.Mapping mapping) {
        YamlNode node = mapping.get("taxonomy");
        if (node != null && !text(mapping, "taxonomy").equals("sigma")) {
            issues.add(node.position(), "only the taxonomy sigma is known");
        }
    }

    /** A rule without an id gets one from its title, so that it is the same at the next start. */
    static String id(YamlNode.Mapping mapping, String title) {
        String id = text(mapping, "id");
        return id.isBlank()
                ? UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).toString()
                : id;
    }

    static String text(@Nullable YamlNode mapping, String key) {
        YamlNode value = mapping == null ? null : mapping.get(key);
        return value instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
    }

    private static String orElse(String text, String other) {
        return text.isBlank() ? other : text;
    }

    static List<String> texts(YamlNode mapping, String key) {
        YamlNode value = mapping.get(key);
        if (value instanceof YamlNode.Sequence(List<YamlNode> items, Position _)) {
            return items.stream()
                    .map(item -> Objects.toString(item.plain(), ""))
                    .filter(text -> !text.isBlank())
                    .toList();
        }
        return value instanceof YamlNode.Scalar scalar && !scalar.text().isBlank() ? List.of(scalar.text()) : List.of();
    }

    private static Map<String, @Nullable Object> custom(YamlNode.Mapping mapping) {
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!KNOWN.contains(entry.key().text())) {
                custom.put(entry.key().text(), entry.value().plain());
            }
        }
        return custom;
    }
}
