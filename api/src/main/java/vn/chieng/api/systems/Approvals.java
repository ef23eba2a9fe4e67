package vn.chieng.api.systems;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.chieng.law.conditions.Facts;

/** Asks whoever keeps dossiers, if anybody does. */
@Component
public final class Approvals {
    private static final ApprovalState.Approval NONE =
            new ApprovalState.Approval(ApprovalState.Phase.NONE, null, null, null, null, Facts.NONE);

    private final ObjectProvider<ApprovalState> state;

    Approvals(ObjectProvider<ApprovalState> state) {
        this.state = state;
    }

    /** Whether anybody keeps dossiers; where not, nothing is known of approvals. */
    public boolean known() {
        return state.getIfAvailable() != null;
    }

    /** What is known of one system. */
    public ApprovalState.Approval of(UUID systemId) {
        return of(List.of(systemId)).getOrDefault(systemId, NONE);
    }

    /** What is known of these systems, by id; a system without dossier is absent. */
    public Map<UUID, ApprovalState.Approval> of(Collection<UUID> systemIds) {
        return Optional.ofNullable(state.getIfAvailable())
                .map(dossiers -> dossiers.of(systemIds))
                .orElse(Map.of());
    }

    /** The phase of one among many. */
    public static ApprovalState.Phase phase(Map<UUID, ApprovalState.Approval> all, UUID systemId) {
        return all.getOrDefault(systemId, NONE).phase();
    }
}
