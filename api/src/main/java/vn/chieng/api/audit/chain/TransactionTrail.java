package vn.chieng.api.audit.chain;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Gathers the records of a transaction and writes them when it commits, so that the end of the chain is locked last of all. */
@Component
public final class TransactionTrail implements AuditTrail {
    private final ChainStore chain;
    private final Clock clock;

    public TransactionTrail(ChainStore chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void record(@Nullable SignedIn by, AuditRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("an audit entry needs the transaction of the change it tells of");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a transaction that only reads has nothing to tell");
        }
        pending().add(new EntryDraft(by, RequestOrigin.current(), record));
    }

    /** A suspended transaction takes its synchronizations along, so each finds its own. */
    private PendingEntries pending() {
        for (var each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof PendingEntries pending && pending.writesTo(chain)) {
                return pending;
            }
        }
        var pending = new PendingEntries(chain, clock);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
