package vn.chieng.api.incidents.work;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentState;

/** Changes an incident in one transaction: the row, its history, the audit trail, the news for live pages, the events. */
public interface IncidentEditor {

    /** Locks the incident, asks what is to become of it, and does that. */
    WorkOutcome edit(long id, SignedIn by, Function<Incident, Decision> decide);

    /** What the person did last to it and may take back; null where there is no such thing. */
    @Nullable
    Undo undo(long id);

    /** What to do with an incident. */
    sealed interface Decision {
        /** Nothing. */
        record Refused(WorkOutcome outcome) implements Decision {}

        /**
         * It changes.
         *
         * @param undoable whether the person may take it back within seconds
         * @param events what to tell others, of the incident as it was stored
         */
        record Accepted(
                Incident after, boolean undoable, List<Trace> traces, Function<Incident, List<IncidentEvent>> events)
                implements Decision {
            public Accepted {
                traces = List.copyOf(traces);
            }
        }
    }

    /** What a change leaves in history and audit trail. */
    record Trace(
            IncidentAction action,
            HistoryEntry.Kind kind,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String note) {}

    /**
     * What can be taken back.
     *
     * @param version the version that the change made
     * @param escalated whether those who may decide had been asked before
     */
    record Undo(
            int version,
            long accountId,
            IncidentState state,
            @Nullable Long assigneeId,
            @Nullable String assigneeName,
            boolean escalated,
            Instant at) {}
}
