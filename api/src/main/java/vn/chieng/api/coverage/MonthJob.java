package vn.chieng.api.coverage;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.levels.LevelAssessor;

/** Keeps each night how it stands in the running month; what the last night of a month wrote stays. */
@Component
final class MonthJob {
    private final Coverage coverage;
    private final CoverageStore store;
    private final LevelAssessor days;
    private final TransactionOperations transactions;
    private final java.time.Clock clock;

    MonthJob(
            Coverage coverage,
            CoverageStore store,
            LevelAssessor days,
            TransactionOperations transactions,
            java.time.Clock clock) {
        this.coverage = coverage;
        this.store = store;
        this.days = days;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 23 * * *", zone = "Asia/Ho_Chi_Minh")
    void keep() {
        transactions.executeWithoutResult(_ -> store.keepMonth(
                days.today().withDayOfMonth(1), coverage.bodies(new Scope.Everything()), clock.instant()));
    }
}
