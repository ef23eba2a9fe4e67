package vn.chieng.api.audit.chain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** The entries of one transaction until it commits. */
final class PendingEntries implements TransactionSynchronization, Ordered {
    /** More than any one change: an import of organisations writes some thousands. */
    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(PendingEntries.class);

    private final ChainStore chain;
    private final Clock clock;
    private final List<EntryDraft> drafts = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> atSavepoint = new IdentityHashMap<>();
    private boolean written;

    PendingEntries(ChainStore chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    boolean writesTo(ChainStore other) {
        return chain.equals(other);
    }

    void add(EntryDraft draft) {
        if (written) {
            throw new IllegalStateException("the transaction is already being committed");
        }
        if (drafts.size() == MOST) {
            throw new IllegalStateException("more than " + MOST + " audit entries in one transaction");
        }
        drafts.add(draft);
    }

    /** After whatever else happens before a commit, since that may still record. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void savepoint(Object savepoint) {
        atSavepoint.put(savepoint, drafts.size());
    }

    /** What is undone was not done; a savepoint from before the first record takes all of them back. */
    @Override
    public void savepointRollback(Object savepoint) {
        int kept = atSavepoint.getOrDefault(savepoint, 0);
        if (kept < drafts.size()) {
            drafts.subList(kept, drafts.size()).clear();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!drafts.isEmpty()) {
            chain.append(List.copyOf(drafts), clock.instant());
            drafts.clear();
        }
        written = true;
    }

    /** Whoever records only once the commit is under way comes too late to be refused, but not unnoticed. */
    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !drafts.isEmpty()) {
            LOG.atError()
                    .addKeyValue("chieng.audit.entries", drafts.size())
                    .log("audit entries came after the commit and are lost");
        }
    }
}
