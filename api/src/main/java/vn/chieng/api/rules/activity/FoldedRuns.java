package vn.chieng.api.rules.activity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sums up the runs of engines that ended long ago; the topic no longer holds them by then, so none can come again. */
@Component
final class FoldedRuns {
    private static final Duration AFTER = Duration.ofDays(30);

    private final ActivityStore store;
    private final Clock clock;

    FoldedRuns(ActivityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void fold() {
        store.fold(clock.instant().minus(AFTER));
    }
}
