package vn.chieng.api.outbox;

import java.util.List;

/** The rows that wait for the broker. */
interface OutboxTable {

    /** Writes in the caller's transaction; whoever else appends waits until it has ended. */
    void append(List<OutboxRecord> records);

    /** Whether this transaction is the one that sends, until it ends. */
    boolean mine();

    /** The oldest rows, a bounded number of bytes of them. */
    List<OutboxRecord> oldest();

    /** Takes away what the broker has. */
    void delete(List<Long> ids);

    /** How many wait. */
    long waiting();
}
