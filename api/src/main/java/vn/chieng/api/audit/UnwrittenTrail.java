package vn.chieng.api.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chieng.api.access.SignedIn;

/** Stands in until the trail is written. */
@Component
final class UnwrittenTrail implements AuditTrail {
    @Override
    public void record(@Nullable SignedIn by, AuditRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction");
        }
    }
}
