package vn.chieng.sigma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaSettings;

/** A rule around a detection, for tests of what detections mean. */
final class OneRule {
    private static final String HEAD = """
            title: Under test
            id: 00000000-0000-0000-0000-000000000001
            logsource:
              category: test
            detection:
            """;
    /** The first line of the detection in the rule file. */
    static final int FIRST_LINE = 6;

    private final RuleSet.Loaded loaded;

    private OneRule(RuleSet.Loaded loaded) {
        this.loaded = loaded;
    }

    /** The lines below {@code detection}. */
    static OneRule detection(String lines) {
        return detection(lines, SigmaSettings.DEFAULT);
    }

    static OneRule detection(String lines, SigmaSettings settings) {
        String text = HEAD + lines.indent(2);
        return new OneRule(RuleSet.load(List.of(RuleSource.of("rule.yml", text)), settings));
    }

    /** A detection of one item. */
    static OneRule item(String line) {
        return detection("selection:\n" + line.indent(2) + "condition: selection");
    }

    boolean matches(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(field, value);
        return matches(fields);
    }

    boolean matches(Map<String, ? extends @Nullable Object> fields) {
        if (!loaded.issues().isEmpty()) {
            throw new AssertionError(loaded.issues().toString());
        }
        Map<String, @Nullable Object> event = new LinkedHashMap<>(fields);
        event.put("event", Map.of("category", "test"));
        boolean matched = !loaded.rules()
                .match(new Event.Builder().merge("", event).build())
                .isEmpty();
        if (!loaded.rules().failures().isEmpty()) {
            throw new AssertionError("the rule failed");
        }
        return matched;
    }

    /** Each issue as {@code line:column message}. */
    List<String> issues() {
        return loaded.issues().stream()
                .map(issue -> issue.position() + " " + issue.message())
                .toList();
    }
}
