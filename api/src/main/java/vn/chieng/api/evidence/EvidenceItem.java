package vn.chieng.api.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in the locker with what has happened to it, the first step first.
 *
 * @param proposal to dispose of it; null where there is none
 * @param disposedAt since when only what is known of it is left
 */
public record EvidenceItem(
        UUID id,
        long incidentId,
        String name,
        Kind kind,
        long bytes,
        String sha256,
        String reason,
        Instant addedAt,
        String addedBy,
        List<CustodyStep> custody,
        @Nullable Proposal proposal,
        @Nullable Instant disposedAt) {
    public EvidenceItem {
        custody = List.copyOf(custody);
    }

    /** What it is. */
    public enum Kind {
        /** Something a person put in. */
        FILE,
        /** The log lines of the incident, copied with their ids. */
        LOG
    }

    /** Who wants it disposed of, and why. */
    public record Proposal(Instant at, long accountId, String actor, String reason) {}

    /** A step of the chain of custody, with the hash that the file had then. */
    public record CustodyStep(Instant at, String actor, Step step, String reason, String sha256) {}

    /** The steps. */
    public enum Step {
        ADDED,
        VERIFIED,
        DAMAGED,
        TAKEN,
        HELD,
        RELEASED,
        PROPOSED,
        KEPT,
        DISPOSED
    }
}
