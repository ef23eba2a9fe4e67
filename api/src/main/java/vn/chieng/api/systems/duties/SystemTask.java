package vn.chieng.api.systems.duties;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level to be determined again.
 *
 * @param detail what changed, or what a person wrote
 * @param openedBy null where the register noticed it by itself
 */
public record SystemTask(
        long id,
        UUID systemId,
        TaskCause cause,
        @Nullable String detail,
        Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedWhy) {

    public boolean open() {
        return closedAt == null;
    }
}
