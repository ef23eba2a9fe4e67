package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.audit.AuditTrail;

/** Disables accounts that nobody has signed in to for long; break-glass and service accounts stay, and so does the last administrator. */
@Component
public final class IdleAccounts {
    /** Stands as the reason; pages say it in words. */
    public static final String REASON = "idle";

    private static final Logger LOG = LoggerFactory.getLogger(IdleAccounts.class);

    private final PeopleStore people;
    private final Administrators administrators;
    private final JobLock lock;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    IdleAccounts(
            PeopleStore people,
            Administrators administrators,
            JobLock lock,
            IdentitySettings settings,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.administrators = administrators;
        this.lock = lock;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void check() {
        int disabled = disable();
        if (disabled > 0) {
            LOG.atInfo().addKeyValue("accounts.disabled", disabled).log("disabled accounts that nobody uses");
        }
    }

    /** Disables them now and answers how many; none where another instance is at it. */
    int disable() {
        Integer disabled = transactions.execute(_ -> lock.mine("idle-accounts") ? disabled(clock.instant()) : 0);
        return disabled == null ? 0 : disabled;
    }

    private int disabled(Instant now) {
        int disabled = 0;
        for (Account idle : people.idleSince(now.minus(settings.idleAfter()))) {
            if (administrators.lastIs(idle.id(), now)) {
                LOG.atWarn()
                        .addKeyValue("user.name", idle.name())
                        .log("kept the last administrator in spite of idleness");
                continue;
            }
            people.disable(idle.id(), REASON, now);
            audit.record(null, People.record(IdentityAction.PERSON_IDLE, idle).because(REASON));
            disabled++;
        }
        return disabled;
    }
}
