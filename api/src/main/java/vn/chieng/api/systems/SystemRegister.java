package vn.chieng.api.systems;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.chieng.api.access.Scope;

/** What others may read of the register; every question carries the scope of who asks. */
public interface SystemRegister {

    /** The system, where it lies within the scope. */
    Optional<RegisteredSystem> find(UUID id, Scope scope);

    /** The system of this code, where it lies within the scope. */
    Optional<RegisteredSystem> find(String code, Scope scope);

    /** These systems as far as they lie within the scope. */
    List<RegisteredSystem> findAll(Collection<UUID> ids, Scope scope);

    /** All that the query asks for, in its order. */
    List<RegisteredSystem> list(SystemQuery query, Scope scope);

    /** Those of them whose level is to be determined again. */
    Set<UUID> withOpenTasks(Scope scope);

    /** Those of them that operate by a recorded exception. */
    Set<UUID> withExceptions(Scope scope);
}
