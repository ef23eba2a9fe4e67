package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The next legal deadlines of incidents, told by the feature that keeps them. */
public interface IncidentDeadlines {

    /** The earliest open one of each of these incidents that has any. */
    Map<Long, Deadline> next(Collection<Long> incidentIds);

    /**
     * What must be sent by when.
     *
     * @param clock what people call it: {@code C24}
     */
    record Deadline(String clock, Instant dueAt) {}
}
