package vn.chieng.api.systems.belongings;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.api.outbox.Outbox;
import vn.chieng.api.systems.ApprovalChanged;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemChanged;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.event.Asset;
import vn.chieng.event.Topics;

/** Tells intake and engine of a system, in the transaction that changed it. */
@Component
final class AssetPublisher {
    private static final Scope EVERYTHING = new Scope.Everything();

    private final SystemRegister register;
    private final BelongingStore belongings;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Topics topics;
    private final JsonMapper json;

    AssetPublisher(
            SystemRegister register,
            BelongingStore belongings,
            Approvals approvals,
            Outbox outbox,
            @Value("${chieng.topics.prefix:}") String prefix,
            JsonMapper json) {
        this.register = register;
        this.belongings = belongings;
        this.approvals = approvals;
        this.outbox = outbox;
        topics = new Topics(prefix);
        this.json = json;
    }

    @EventListener
    void on(SystemChanged change) {
        publish(change.systemId());
    }

    @EventListener
    void on(ApprovalChanged change) {
        publish(change.systemId());
    }

    private void publish(UUID systemId) {
        register.find(systemId, EVERYTHING)
                .ifPresent(system -> outbox.publish(
                        topics.assets(),
                        systemId.toString(),
                        system.status() == SystemStatus.RETIRED ? null : json.writeValueAsBytes(asset(system))));
    }

    private Asset asset(RegisteredSystem system) {
        ApprovalState.Approval approval = approvals.of(system.id());
        List<SystemAddress> addresses = belongings.addresses(system.id());
        return new Asset(
                system.id().toString(),
                system.organizationId(),
                system.name(),
                approval.level() == null ? system.level() : approval.level(),
                approval.phase() == ApprovalState.Phase.APPROVED,
                SystemAddress.values(addresses, SystemAddress.Kind.HOST),
                SystemAddress.values(addresses, SystemAddress.Kind.NETWORK));
    }
}
