package vn.chieng.api.outbox;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** The records of one transaction until it commits. */
final class PendingRecords implements TransactionSynchronization, Ordered {
    private final OutboxTable table;
    private final OutboxPublisher publisher;
    private final List<OutboxRecord> records = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> atSavepoint = new IdentityHashMap<>();
    private boolean written;

    PendingRecords(OutboxTable table, OutboxPublisher publisher) {
        this.table = table;
        this.publisher = publisher;
    }

    boolean writesTo(OutboxTable other) {
        return table.equals(other);
    }

    void add(OutboxRecord record) {
        if (written) {
            throw new IllegalStateException("the transaction is already being committed");
        }
        if (records.size() == Outbox.MOST_RECORDS) {
            throw new IllegalStateException("more than " + Outbox.MOST_RECORDS + " records in one transaction");
        }
        records.add(record);
    }

    /** Late, since the lock is held from here to the end; but before the audit trail, whose lock is everybody's. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void savepoint(Object savepoint) {
        atSavepoint.put(savepoint, records.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int kept = atSavepoint.getOrDefault(savepoint, 0);
        if (kept < records.size()) {
            records.subList(kept, records.size()).clear();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!records.isEmpty()) {
            table.append(records);
        }
        written = true;
    }

    @Override
    public void afterCommit() {
        publisher.wakeUp();
    }
}
