package vn.chieng.api.rules;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes exceptions out whose last day is over; two instances at it do no harm, since each rule is locked and looked at anew. */
@Component
final class ExpiredFilters {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredFilters.class);

    private final RuleStore store;
    private final RuleEditor editor;
    private final Clock clock;

    ExpiredFilters(RuleStore store, RuleEditor editor, Clock clock) {
        this.store = store;
        this.editor = editor;
        this.clock = clock;
    }

    /** Soon after each midnight, and after an outage soon enough. */
    @Scheduled(cron = "30 */10 * * * *", zone = "Asia/Ho_Chi_Minh")
    void end() {
        List<String> concerned = store.withFiltersBefore(VietnamDay.of(clock));
        concerned.forEach(editor::expire);
        if (!concerned.isEmpty()) {
            LOG.atInfo().addKeyValue("chieng.rules", concerned.size()).log("exceptions of rules have expired");
        }
    }
}
