package vn.chieng.api.organizations.transfer;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One upload and what has become of it.
 *
 * @param total rows of the file; 0 until they have been counted
 * @param done rows that have been gone through in the present step
 * @param baseVersion the register's version that the comparison is true for
 * @param touchedAt when somebody last worked on it
 */
public record ImportJob(
        long id,
        String fileName,
        @Nullable Content content,
        State state,
        int total,
        int done,
        Counts counts,
        @Nullable Long baseVersion,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many lines come to what. */
    public record Counts(int added, int changed, int unchanged, int bad) {}

    /** The kinds of files. */
    public enum Content {
        ORGANIZATIONS,
        CONTACTS;

        /** As in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
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

    /** How many changes would be made. */
    public int changes() {
        return counts.added() + counts.changed();
    }
}
