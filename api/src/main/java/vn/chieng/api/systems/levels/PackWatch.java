package vn.chieng.api.systems.levels;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** Looks each night for levels that were determined under another pack than the one that applies now. */
@Component
public final class PackWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PackWatch.class);

    private final SystemRegister register;
    private final Redetermination redetermination;
    private final TransactionOperations transactions;

    PackWatch(SystemRegister register, Redetermination redetermination, TransactionOperations transactions) {
        this.register = register;
        this.redetermination = redetermination;
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 40 1 * * *", zone = "Asia/Ho_Chi_Minh")
    void look() {
        long opened = open();
        if (opened > 0) {
            LOG.atInfo().addKeyValue("chieng.tasks.opened", opened).log("levels are due under another pack");
        }
    }

    /** Opens the tasks, of which one is enough however many instances look, and answers how many are new. */
    public long open() {
        Long opened = transactions.execute(_ -> register.list(SystemQuery.ALL, new Scope.Everything()).stream()
                .filter(redetermination::packChanged)
                .count());
        return opened == null ? 0 : opened;
    }
}
