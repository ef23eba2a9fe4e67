package vn.chieng.api.systems.duties;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps tasks and exceptions of systems. */
public interface DutyStore {

    /** Opens a task; nothing where the same is open already. */
    boolean open(UUID systemId, TaskCause cause, @Nullable String detail, @Nullable String by, Instant at);

    /** All tasks of a system, open ones first. */
    List<SystemTask> tasks(UUID systemId);

    /** Open tasks of these systems. */
    Map<UUID, List<SystemTask>> openTasks(Collection<UUID> systemIds);

    /** Closes one that is open; false where it is not. */
    boolean close(UUID systemId, long taskId, String why, String by, Instant at);

    /** Closes all that are open. */
    void closeAll(UUID systemId, String why, String by, Instant at);

    void except(OperationException exception);

    Optional<OperationException> exception(UUID systemId);

    Map<UUID, OperationException> exceptions(Collection<UUID> systemIds);

    void endException(UUID systemId, String why, Instant at);
}
