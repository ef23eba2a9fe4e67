package vn.chieng.api.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an appraiser asks about a section and what the operator answered, or a note anybody wrote. */
public record Remark(
        long id,
        String section,
        int round,
        int sectionVersion,
        State state,
        String text,
        Instant madeAt,
        long madeBy,
        String madeByName,
        @Nullable String reply,
        @Nullable Instant repliedAt,
        @Nullable String repliedByName) {

    /** How far a remark is; a note asks for nothing. */
    public enum State {
        OPEN,
        ANSWERED,
        RESOLVED,
        NOTE;

        /** Whether the opinion cannot say fit because of it. */
        public boolean holdsUp() {
            return this == OPEN || this == ANSWERED;
        }
    }
}
