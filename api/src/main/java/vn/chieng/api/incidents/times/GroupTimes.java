package vn.chieng.api.incidents.times;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times of a group.
 *
 * @param key the severity, organisation or rule; empty for all
 * @param nameVi the rule's title; null for other groups
 * @param incidents opened in the span, whether they reached a stage or not
 */
public record GroupTimes(
        String key, @Nullable String nameVi, @Nullable String nameEn, long incidents, Map<Lapse, Figure> figures) {
    public GroupTimes {
        figures = Map.copyOf(figures);
    }

    /** The figure of a lapse; null where no incident got that far. */
    public @Nullable Figure of(Lapse lapse) {
        return figures.get(lapse);
    }
}
