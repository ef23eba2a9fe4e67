package vn.chieng.api.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the records of a transaction and writes them when it commits, so that rows stand in the order of the commits. */
@Component
final class TransactionOutbox implements Outbox {
    private final OutboxTable table;
    private final OutboxPublisher publisher;

    TransactionOutbox(OutboxTable table, OutboxPublisher publisher) {
        this.table = table;
        this.publisher = publisher;
    }

    @Override
    public void publish(String topic, String key, byte @Nullable [] value) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("publishing needs the transaction of the change it tells of");
        }
        if (value != null && value.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a value of " + value.length + " bytes is larger than the " + MOST_BYTES + " of a record");
        }
        pending().add(new OutboxRecord(0, topic, key, value));
    }

    /** A suspended transaction takes its synchronizations along, so each finds its own. */
    private PendingRecords pending() {
        for (var each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof PendingRecords pending && pending.writesTo(table)) {
                return pending;
            }
        }
        var pending = new PendingRecords(table, publisher);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
