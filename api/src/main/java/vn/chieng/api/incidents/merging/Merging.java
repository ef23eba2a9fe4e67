package vn.chieng.api.incidents.merging;

import java.util.List;
import java.util.Set;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Merges incidents and takes them apart; numbers, evidence, comments, tasks and observables stay with whom they were, and the carrier shows them all. */
public interface Merging {

    /** Merges an incident into another; signals of its key go on joining it, and thereby the other. */
    WorkOutcome merge(long source, int version, long target, String reason, SignedIn by);

    /** Undoes that: the incident stands for itself again with all that came for it meanwhile. */
    WorkOutcome unmerge(long source, int version, String reason, SignedIn by);

    /** Makes some signals of an incident, with their evidence, an incident of its own; merging it back undoes that. */
    WorkOutcome split(long origin, int version, Set<String> signals, String reason, SignedIn by);

    /** The incidents merged into this one, as far as they lie within the scope. */
    List<Incident> parts(long id, Scope scope);

    /** The incident's own signals, the earliest first. */
    List<SignalRow> signals(long id, Scope scope);

    /** A signal as the split form lists it. */
    record SignalRow(
            String id,
            String titleVi,
            String titleEn,
            java.time.Instant firstSeen,
            java.time.Instant lastSeen,
            long detections) {

        /** The title in the reader's language. */
        public String title(java.util.Locale locale) {
            return locale.getLanguage().equals("en") ? titleEn : titleVi;
        }
    }
}
