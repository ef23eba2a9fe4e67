package vn.chieng.api.search;

import java.util.List;
import vn.chieng.api.access.SignedIn;

/** Tells where an event has left traces; features that keep such traces are beans of this kind. */
public interface EventTrace {

    /** What this caller may see of them. */
    List<Trace> of(String eventId, SignedIn caller);

    /**
     * A place that the event led to.
     *
     * @param name what people call it
     * @param path where it is
     * @param ruleId the rule that looked at the event; empty where it was none
     */
    record Trace(String name, String path, String ruleId) {}
}
