package vn.chieng.api.law;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Brings what one instance stored to all of them within seconds, and to itself at once. */
@Component
final class LawRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(LawRefresh.class);

    private final LoadedLaw law;
    private final StoredLaw stored;

    LawRefresh(LoadedLaw law, StoredLaw stored) {
        this.law = law;
        this.stored = stored;
    }

    @Scheduled(fixedDelayString = "${chieng.law.refresh:PT5S}")
    void refresh() {
        try {
            law.refresh(stored);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("error.message", e.getMessage()).log("law not refreshed, the old one stays");
        }
    }

    /** Once the running transaction has committed. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }
}
