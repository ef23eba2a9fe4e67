package vn.chieng.api.incidents.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to be done about an incident. */
public record Task(
        long id,
        long incidentId,
        String title,
        @Nullable Long ownerId,
        @Nullable String ownerName,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        Instant createdAt,
        String createdBy,
        int version) {

    /** Longest title. */
    public static final int MAX_TITLE = 300;

    /** Most tasks of one incident. */
    public static final int MOST = 200;

    /** Whether it is done. */
    public boolean done() {
        return doneAt != null;
    }

    /** Whether it should have been done by now. */
    public boolean late(Instant now) {
        return doneAt == null && dueAt != null && now.isAfter(dueAt);
    }
}
