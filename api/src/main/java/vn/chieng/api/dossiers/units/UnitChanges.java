package vn.chieng.api.dossiers.units;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Assigns units and takes assignments away, each with its entry in the log; dossiers under way keep the unit they began with. */
@Component
class UnitChanges {
    private static final String OBJECT = "specialised-unit";

    private final UnitStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    UnitChanges(UnitStore store, AuditTrail audit, TransactionTemplate transactions) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** False where somebody else was faster. */
    boolean assign(UnitAssignment assignment, int versionBefore, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Map<String, @Nullable Object> before = store.find(assignment.organizationId())
                    .map(UnitChanges::fields)
                    .orElse(Map.of());
            boolean done = store.assign(assignment, versionBefore);
            if (done) {
                record(UnitAction.UNIT_ASSIGNED, assignment.organizationId(), before, fields(assignment), by);
            }
            return done;
        }));
    }

    /** False where it is another by now. */
    boolean remove(UnitAssignment assignment, int version, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done = store.remove(assignment.organizationId(), version);
            if (done) {
                record(UnitAction.UNIT_REMOVED, assignment.organizationId(), fields(assignment), Map.of(), by);
            }
            return done;
        }));
    }

    private void record(
            UnitAction action,
            String organizationId,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            SignedIn by) {
        audit.record(
                by,
                AuditRecord.of(action, OBJECT, organizationId, organizationId, Set.of(organizationId))
                        .changed(before, after));
    }

    private static Map<String, @Nullable Object> fields(UnitAssignment assignment) {
        return Map.of("unit", assignment.unitId(), "paper", assignment.paper());
    }
}
