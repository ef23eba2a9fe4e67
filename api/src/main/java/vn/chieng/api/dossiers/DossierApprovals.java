package vn.chieng.api.dossiers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;

/** Tells the register how far the dossiers of its systems are. */
@Component
class DossierApprovals implements ApprovalState {
    private static final String LEVEL_APPROVED = "level-approved";

    private final DossierStore store;

    DossierApprovals(DossierStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Approval> of(Collection<UUID> systemIds) {
        Map<UUID, Approval> approvals = new LinkedHashMap<>();
        store.latestOf(systemIds).forEach((system, latest) -> approvals.put(system, approval(latest)));
        return approvals;
    }

    /** A new edition being written does not take away what the one before was granted. */
    private Approval approval(Dossier latest) {
        Dossier approved = latest.state() == DossierState.APPROVED
                ? latest
                : store.approvedOf(latest.systemId()).orElse(null);
        return new Approval(
                approved == null ? phase(latest.state()) : Phase.APPROVED,
                latest.number(),
                "/dossiers/" + latest.id(),
                approved == null ? null : approved.level(),
                approved == null ? null : approved.approvedOn(),
                Facts.NONE.with(LEVEL_APPROVED, new Fact.Flag(approved != null)));
    }

    private static Phase phase(DossierState state) {
        return switch (state) {
            case DRAFT, AWAITING_OPINION -> Phase.DRAFTED;
            case SUBMITTED, RETURNED, IN_APPRAISAL, NOT_FIT -> Phase.SUBMITTED;
            case APPRAISED, PROPOSED -> Phase.APPRAISED;
            case APPROVED, SUPERSEDED -> Phase.APPROVED;
        };
    }
}
