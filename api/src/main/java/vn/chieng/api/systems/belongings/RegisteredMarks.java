package vn.chieng.api.systems.belongings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.logs.SystemMarks;
import vn.chieng.api.logs.WatchedSystems;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;

/** Registered systems with their hosts and networks, for the count of logs. */
@Component
final class RegisteredMarks implements WatchedSystems {
    private final SystemRegister register;
    private final BelongingStore belongings;

    RegisteredMarks(SystemRegister register, BelongingStore belongings) {
        this.register = register;
        this.belongings = belongings;
    }

    @Override
    public List<SystemMarks> all() {
        List<RegisteredSystem> living = register.list(SystemQuery.ALL, new Scope.Everything()).stream()
                .filter(system -> system.status() != SystemStatus.RETIRED)
                .toList();
        Map<UUID, List<SystemAddress>> addresses =
                belongings.addresses(living.stream().map(RegisteredSystem::id).toList());
        return living.stream()
                .map(system -> marks(system, addresses.getOrDefault(system.id(), List.of())))
                .toList();
    }

    private static SystemMarks marks(RegisteredSystem system, List<SystemAddress> addresses) {
        return new SystemMarks(
                system.id().toString(),
                system.card().organizationIds(),
                SystemAddress.values(addresses, SystemAddress.Kind.HOST),
                SystemAddress.values(addresses, SystemAddress.Kind.NETWORK));
    }
}
