package vn.chieng.api.incidents.queue;

import vn.chieng.api.access.SignedIn;

/** The marks that people put on incidents. */
public interface Labelling {
    /** Longest label. */
    int MOST_CHARACTERS = 60;

    /** Puts a label on an incident. */
    Outcome add(long incidentId, String label, SignedIn by);

    /** Takes it off again. */
    Outcome remove(long incidentId, String label, SignedIn by);

    /** What became of it. */
    enum Outcome {
        DONE,
        /** It was so already. */
        ALREADY,
        /** The incident has too many. */
        TOO_MANY,
        /** There is no such incident, or none the caller may know of. */
        UNKNOWN
    }
}
