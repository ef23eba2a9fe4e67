package vn.chieng.api.indicators.imports;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One upload and what has become of it.
 *
 * @param failure why it failed, as a bundle key's end
 * @param done lines that have been gone through in the present step
 */
public record IndicatorImport(
        long id,
        String fileName,
        State state,
        @Nullable String failure,
        int done,
        Counts counts,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many lines come to what. */
    public record Counts(int added, int changed, int unchanged, int refused) {
        /** How many lines there are. */
        public int total() {
            return added + changed + unchanged + refused;
        }
    }

    /** How far it is. */
    public enum State {
        READING,
        READY,
        APPLYING,
        APPLIED,
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

        /** Where it may go from here; one that was left half applied can be applied further. */
        public boolean leadsTo(State next) {
            return switch (this) {
                case READING -> next == READY || next == FAILED;
                case READY -> next == APPLYING || next == DISCARDED;
                case APPLYING -> next == APPLIED || next == READY;
                case APPLIED, FAILED, DISCARDED -> false;
            };
        }
    }

    /** How many indicators would change. */
    public int changes() {
        return counts.added() + counts.changed();
    }
}
