package vn.chieng.api.incidents;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants to do with an incident.
 *
 * @param version the version that person saw
 */
public record Move(
        IncidentState to,
        int version,
        @Nullable CloseReason reason,
        @Nullable String note) {

    /** Longest note or comment. */
    public static final int MAX_NOTE = 4_000;

    public Move {
        if ((to == IncidentState.CLOSED) != (reason != null)) {
            throw new IllegalArgumentException("reason");
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("note");
        }
        if (to == IncidentState.CLOSED && (note == null || note.isBlank())) {
            throw new IllegalArgumentException("note");
        }
    }

    static Move acknowledge(int version) {
        return new Move(IncidentState.VERIFYING, version, null, null);
    }
}
