package vn.chieng.api.annualreport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;

/** The systems of the register that are not retired, with what the dossiers say of them where anybody keeps dossiers. */
@Component
final class RegisteredSystems implements ReportedSystems {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final SystemRegister register;
    private final Approvals dossiers;
    private final OrganizationNames names;

    RegisteredSystems(SystemRegister register, Approvals dossiers, OrganizationNames names) {
        this.register = register;
        this.dossiers = dossiers;
        this.names = names;
    }

    @Override
    public List<ReportedSystem> all() {
        List<RegisteredSystem> systems = register.list(SystemQuery.ALL, new Scope.Everything()).stream()
                .filter(system -> system.status() != SystemStatus.RETIRED)
                .toList();
        List<UUID> ids = systems.stream().map(RegisteredSystem::id).toList();
        Map<UUID, ApprovalState.Approval> approvals = dossiers.of(ids);
        return systems.stream()
                .map(system -> reported(system, approvals.get(system.id())))
                .toList();
    }

    private ReportedSystem reported(RegisteredSystem system, ApprovalState.@Nullable Approval approval) {
        Integer approved = approval == null ? null : approval.level();
        return new ReportedSystem(
                system.id(),
                system.organizationId(),
                system.name(),
                names.name(system.ownerId(), VIETNAMESE),
                names.name(system.organizationId(), VIETNAMESE),
                approved == null ? system.level() : approved,
                approval == null ? null : key(approval.phase()),
                approval == null ? null : approval.approvedOn());
    }

    /** The key of the status in the pack's vocabulary. */
    private static @Nullable String key(ApprovalState.Phase phase) {
        return switch (phase) {
            case NONE -> null;
            case DRAFTED -> "drafting";
            case SUBMITTED -> "sent";
            case APPRAISED -> "appraised";
            case APPROVED -> "approved";
        };
    }
}
