package vn.chieng.api.incidents.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;

/** The queue as it is kept: its pages, counts, groups, keys, labels. */
public interface IncidentQueue {
    /** Most groups of one list. */
    int MOST_GROUPS = 100;

    /** Most labels of one incident. */
    int MOST_LABELS = 20;

    /** A page of the list. */
    IncidentPage list(IncidentQuery query, Reader reader);

    /** The rows of a page alone, uncounted: for those who read on to the end. */
    List<Incident> page(IncidentQuery query, Reader reader);

    /** A page of the list with the counts of what is open, which stand above it. */
    Queue open(IncidentQuery query, Reader reader);

    /** Whether an incident belongs into the list. */
    boolean matches(long id, IncidentQuery query, Reader reader);

    /** How many incidents the list holds, counted to the last. */
    long count(IncidentQuery query, Reader reader);

    /** Keys of the list in its order, at most so many. */
    List<Long> ids(IncidentQuery query, Reader reader, int most);

    /** The list counted, the largest groups first, at most {@link #MOST_GROUPS}. */
    List<Group> groups(IncidentQuery query, QueueGrouping by, Reader reader);

    /** Incidents that keep this event as evidence, as far as the reader may see it, latest first. */
    List<Long> withEvidence(String eventId, Reader reader, int most);

    /** The incident of this number, as typed. */
    List<Long> numbered(String number, Reader reader);

    /** The labels of these incidents. */
    Map<Long, List<String>> labels(Collection<Long> ids);

    /** Labels in use that begin with this. */
    List<String> labelsLike(String begun, Reader reader, int most);

    /**
     * Incidents that have something in common.
     *
     * @param key by which they are found again
     * @param titleVi what people call it; the key where nothing better is known
     */
    record Group(String key, String titleVi, String titleEn, long count, Severity worst, Instant first, Instant last) {}
}
