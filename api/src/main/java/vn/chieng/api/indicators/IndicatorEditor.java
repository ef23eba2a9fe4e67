package vn.chieng.api.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Takes indicators back when a person says so, and when their time is over. */
@Component
final class IndicatorEditor {
    private static final Logger LOG = LoggerFactory.getLogger(IndicatorEditor.class);
    private static final int BATCH = 1_000;

    private final IndicatorStore store;
    private final IndicatorPublisher publisher;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    IndicatorEditor(
            IndicatorStore store,
            IndicatorPublisher publisher,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** False where it stands in another version by now, or was withdrawn before. */
    boolean withdraw(KnownIndicator known, int version, String reason, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var withdrawal = new KnownIndicator.Withdrawal(clock.instant(), by.displayName(), reason);
            if (!store.withdraw(known.id(), version, withdrawal)) {
                return false;
            }
            publisher.retract(known.indicator());
            audit.record(
                    by,
                    AuditRecord.of(
                                    IndicatorAction.INDICATOR_WITHDRAWN,
                                    "indicator",
                                    String.valueOf(known.id()),
                                    known.shown(),
                                    Set.of())
                            .changed(Map.of("state", "valid"), Map.of("state", "withdrawn"))
                            .because(reason));
            return true;
        }));
    }

    /** The engine knows the end of each by itself; this takes its record away. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT20S")
    void expire() {
        int expired = expireSome();
        while (expired == BATCH) {
            expired = expireSome();
        }
    }

    private int expireSome() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<KnownIndicator> over = store.expire(clock.instant(), BATCH);
            over.forEach(each -> publisher.retract(each.indicator()));
            if (!over.isEmpty()) {
                audit.record(
                        null,
                        AuditRecord.of(IndicatorAction.INDICATORS_EXPIRED, "indicators", "*", null, Set.of())
                                .changed(Map.of(), Map.of("expired", over.size())));
                LOG.atInfo().addKeyValue("chieng.indicators", over.size()).log("indicators have expired");
            }
            return over.size();
        }));
    }
}
