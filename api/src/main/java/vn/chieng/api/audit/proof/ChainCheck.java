package vn.chieng.api.audit.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditLogAction;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.audit.chain.ChainStore;

/** Runs a check of the chain behind the page that asked for it; one at a time. */
@Component
public class ChainCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ChainCheck.class);

    private final ChainVerification verification;
    private final ChainStore chain;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State.Never());

    /** How the latest check stands. */
    public sealed interface State {
        /** There was none since this process started. */
        record Never() implements State {}

        /** It is running. */
        record Running(String by, Instant since, long done, long total) implements State {}

        /** It came to its end. */
        record Done(String by, Instant at, ChainFinding finding) implements State {}

        /** It could not be made, which says nothing about the chain. */
        record Failed(String by, Instant at) implements State {}
    }

    public ChainCheck(
            ChainVerification verification,
            ChainStore chain,
            AuditTrail trail,
            TransactionTemplate transactions,
            Clock clock) {
        this.verification = verification;
        this.chain = chain;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    public State state() {
        return state.get();
    }

    /** Begins a check, unless one is running. */
    public void start(SignedIn by) {
        State before = state.get();
        var running = new State.Running(
                by.displayName(), clock.instant(), 0, chain.end().number());
        if (before instanceof State.Running || !state.compareAndSet(before, running)) {
            return;
        }
        try {
            record(by, AuditLogAction.CHECK_STARTED, Map.of());
        } catch (DataAccessException | TransactionException e) {
            state.set(before);
            throw e;
        }
        Thread.ofVirtual().name("audit-check").start(() -> run(by, running));
    }

    private void run(SignedIn by, State.Running begun) {
        try {
            ChainFinding finding = verification.verify(
                    done -> state.set(new State.Running(begun.by(), begun.since(), done, begun.total())));
            record(by, AuditLogAction.CHECKED, told(finding));
            state.set(new State.Done(begun.by(), clock.instant(), finding));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("check of the audit log failed");
            state.set(new State.Failed(begun.by(), clock.instant()));
        }
    }

    private static Map<String, @Nullable Object> told(ChainFinding finding) {
        return switch (finding) {
            case ChainFinding.Intact(long entries, long anchors, String hash) ->
                Map.of("result", "intact", "entries", entries, "anchors", anchors, "hash", hash);
            case ChainFinding.Broken(long number, String place, ChainFinding.Damage damage) ->
                Map.of("result", "broken", "number", number, "day", place, "damage", damage.code());
        };
    }

    private void record(SignedIn by, AuditLogAction action, Map<String, @Nullable Object> result) {
        transactions.executeWithoutResult(_ -> trail.record(
                by,
                AuditRecord.of(action, AuditLogAction.OBJECT, AuditLogAction.CHAIN, null, Set.of())
                        .changed(Map.of(), result)));
    }
}
