package vn.chieng.api.coverage.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drill, scan, review or test that took place.
 *
 * @param organizationId the body that answers for it
 * @param heldBy who carried it out
 * @param systems those it was of; none where it was of the whole body
 * @param file the report or minutes, where they were enclosed
 * @param withdrawn why it does not count, where it was recorded by mistake
 */
public record RecordedCheck(
        long id,
        String organizationId,
        CheckKind kind,
        LocalDate heldOn,
        String heldBy,
        @Nullable String note,
        Set<UUID> systems,
        @Nullable Enclosed file,
        String recordedBy,
        Instant recordedAt,
        @Nullable Withdrawal withdrawn) {
    /** The marking of every enclosed file: results of checks are not for everybody. */
    public static final String LABEL = "AMBER";

    /** A file as it was taken in. */
    public record Enclosed(UUID id, String name, String mediaType, long bytes, String sha256) {}

    /** Who took it back, when and why. */
    public record Withdrawal(String reason, String by, Instant at) {}

    public RecordedCheck {
        systems = Set.copyOf(systems);
    }

    /** Whether it was of all that the body operates. */
    public boolean ofWholeBody() {
        return systems.isEmpty();
    }
}
