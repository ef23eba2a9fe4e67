package vn.chieng.api.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** The entries of one transaction until it commits. */
final class PendingEntries implements TransactionSynchronization, Ordered {
    /** More than any one change: an import of organisations writes some thousands. */
    static final int MOST = 10_000;

    private final ChainStore chain;
    private final Clock clock;
    private final List<EntryDraft> drafts = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> atSavepoint = new IdentityHashMap<>();

    PendingEntries(ChainStore chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    boolean writesTo(ChainStore other) {
        return chain.equals(other);
    }

    void add(EntryDraft draft) {
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
    }
}
