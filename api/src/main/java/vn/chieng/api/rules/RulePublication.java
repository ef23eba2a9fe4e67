package vn.chieng.api.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Publishes all rules that run, as they stand. */
@Component
final class RulePublication {
    private final RuleStore store;
    private final RuleBatch batch;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    RulePublication(RuleStore store, RuleBatch batch, AuditTrail audit, TransactionOperations transactions) {
        this.store = store;
        this.batch = batch;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** How many there were. */
    int publishAll(SignedIn by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            batch.alone();
            List<String> ids = store.enabled();
            batch.publish(ids);
            audit.record(
                    by,
                    AuditRecord.of(RuleAction.RULES_REPUBLISHED, "rules", "*", null, Set.of())
                            .changed(Map.of(), Map.of("rules", ids.size())));
            return ids.size();
        }));
    }
}
