package vn.chieng.api.incidents.tasks;

import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** Keeps tasks; whoever carries another incident has its tasks too. */
public interface TaskStore {

    /** Those of an incident: what is to be done first by due time, then what is done. */
    List<Task> of(long incidentId, Scope scope);

    /** One of them. */
    Optional<Task> find(long incidentId, long id, Scope scope);

    /** Adds one. */
    TaskOutcome add(long incidentId, TaskDraft draft, SignedIn by);

    /** Changes one. */
    TaskOutcome change(long incidentId, long id, int version, TaskDraft draft, SignedIn by);

    /** Says that one is done, or is not after all. */
    TaskOutcome done(long incidentId, long id, int version, boolean done, SignedIn by);
}
