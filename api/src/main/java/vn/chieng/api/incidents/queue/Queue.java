package vn.chieng.api.incidents.queue;

import java.util.Map;
import vn.chieng.api.incidents.Severity;

/**
 * What the queue page shows.
 *
 * @param page the rows
 * @param open how many incidents are open, by severity, whatever the list is filtered by
 */
public record Queue(IncidentPage page, Map<Severity, Long> open) {
    public Queue {
        open = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(open));
    }
}
