package vn.chieng.api.systems.imports;

import java.time.Instant;
import java.util.Locale;

/**
 * One upload of systems and what has become of it.
 *
 * @param organizationId the body that the uploader acted for
 * @param total rows of the file; 0 until they have been counted
 * @param done rows that have been gone through in the present step
 * @param touchedAt when somebody last worked on it
 */
public record ImportJob(
        long id,
        String fileName,
        State state,
        int total,
        int done,
        Counts counts,
        String organizationId,
        long accountId,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many rows come to what. */
    public record Counts(int added, int changed, int unchanged, int bad) {
        /** Of one verdict. */
        public int of(ImportLine.Verdict verdict) {
            return switch (verdict) {
                case ADDED -> added;
                case CHANGED -> changed;
                case UNCHANGED -> unchanged;
                case BAD -> bad;
            };
        }
    }

    /** How far it is. */
    public enum State {
        READING,
        READY,
        APPLYING,
        APPLIED,
        OUTDATED,
        FAILED,
        DISCARDED;

        /** As in the database and in bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether somebody works on it. */
        public boolean running() {
            return this == READING || this == APPLYING;
        }

        /** Where it may go from here; the rest is over. */
        public boolean leadsTo(State next) {
            return switch (this) {
                case READING -> next == READY || next == FAILED;
                case READY -> next == APPLYING || next == DISCARDED;
                case APPLYING -> next == APPLIED || next == OUTDATED || next == FAILED;
                case APPLIED, OUTDATED, FAILED, DISCARDED -> false;
            };
        }
    }
}
