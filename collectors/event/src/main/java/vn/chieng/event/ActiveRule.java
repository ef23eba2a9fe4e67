package vn.chieng.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sigma rule that is to run, as {@code api} publishes it and the engine reads it. A rule that is switched off has no
 * record (a tombstone). JSON: the component names.
 *
 * @param id the Sigma rule's id; also the record key
 * @param version of the rule within this installation; grows with every change of text, tuning or severity
 * @param text the rule as YAML, one document
 * @param level instead of the rule's own; null where it stays
 * @param filters exceptions as Sigma filters in YAML, one document each; expired ones are not published
 * @param origin where it came from: {@code shipped}, or the name of the import
 */
public record ActiveRule(
        String id, int version, String text, @Nullable Level level, List<String> filters, String origin) {
    public ActiveRule {
        filters = List.copyOf(filters);
    }
}
