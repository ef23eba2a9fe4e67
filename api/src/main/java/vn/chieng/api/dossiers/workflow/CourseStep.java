package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Procedure;

/** One thing that happened on the way, with who did it and the paper it rests on. */
public record CourseStep(
        Procedure.Act act,
        Result result,
        Instant at,
        long accountId,
        String accountName,
        String organizationId,
        int round,
        @Nullable String note,
        @Nullable Paper paper) {

    /** How a step came out. */
    public enum Result {
        ASKED,
        DONE,
        /** Handed in again while the first time limit goes on. */
        RESUMED,
        RETURNED,
        REJECTED,
        NAMED,
        DELEGATED;

        /** The word in keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
