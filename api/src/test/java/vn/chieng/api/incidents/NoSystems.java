package vn.chieng.api.incidents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** A register without systems. */
final class NoSystems implements SystemRegister {
    @Override
    public Optional<RegisteredSystem> find(UUID id, Scope scope) {
        return Optional.empty();
    }

    @Override
    public Optional<RegisteredSystem> find(String code, Scope scope) {
        return Optional.empty();
    }

    @Override
    public List<RegisteredSystem> findAll(Collection<UUID> ids, Scope scope) {
        return List.of();
    }

    @Override
    public List<RegisteredSystem> list(SystemQuery query, Scope scope) {
        return List.of();
    }

    @Override
    public Set<UUID> withOpenTasks(Scope scope) {
        return Set.of();
    }

    @Override
    public Set<UUID> withExceptions(Scope scope) {
        return Set.of();
    }
}
