package vn.chieng.api.systems;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.chieng.api.access.Scope;

/** Keeps systems with what belongs to them; every write happens in the caller's transaction. */
public interface SystemStore {

    /** The next code that nobody has. */
    String nextCode();

    void add(RegisteredSystem system);

    /** The system as it stands, kept from others until the transaction ends. */
    Optional<RegisteredSystem> lock(UUID id, Scope scope);

    /** Writes the system with the next version. */
    void change(RegisteredSystem system);

    void addDetermination(UUID systemId, Determination determination);

    /** All determinations, the latest first. */
    List<Determination> determinations(UUID systemId);
}
