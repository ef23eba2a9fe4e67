package vn.chieng.sigma.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.yaml.Position;

/**
 * A rule that was read and checked.
 *
 * @param titleVi Vietnamese title from the rule's {@code vi} block; equal to {@code title} where it has none
 * @param author empty where the rule names none
 * @param level {@code medium} where the rule names none
 * @param custom every other top-level key, as plain maps, lists and scalars
 * @param file the file that the rule came from, as its source names it
 */
public record SigmaRule(
        String id,
        String title,
        String titleVi,
        String description,
        String descriptionVi,
        String author,
        Level level,
        @Nullable String status,
        List<String> tags,
        List<String> falsePositives,
        LogSource logSource,
        Detection detection,
        Map<String, @Nullable Object> custom,
        String file,
        Position position) {

    public SigmaRule {
        tags = List.copyOf(tags);
        falsePositives = List.copyOf(falsePositives);
        custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }

    /** The rule as detections and signals name it. */
    public RuleReference reference() {
        return new RuleReference(id, titleVi, title, author, level, tags);
    }

    /** The name by which filters and correlations may call the rule; empty where it has none. */
    public String name() {
        return custom.get("name") instanceof String name ? name : "";
    }

    SigmaRule with(Detection other) {
        return new SigmaRule(
                id,
                title,
                titleVi,
                description,
                descriptionVi,
                author,
                level,
                status,
                tags,
                falsePositives,
                logSource,
                other,
                custom,
                file,
                position);
    }
}
