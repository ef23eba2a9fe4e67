package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;

/**
 * Gives each warning once: what is due is asked of the database in every round, and that it was given is written in the transaction that tells
 * it. A process that ends in between gives it in its next life; a system clock that jumps back finds it given.
 */
@Component
final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int MOST_AT_ONCE = 200;

    private final ClockStore store;
    private final ClockTrail trail;
    private final IncidentRegister incidents;
    private final ClockSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClockWatch(
            ClockStore store,
            ClockTrail trail,
            IncidentRegister incidents,
            ClockSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.incidents = incidents;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One round; an incident whose warning cannot be given does not keep the others waiting. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT5S")
    void watch() {
        try {
            store.pending(clock.instant(), MOST_AT_ONCE).forEach(this::guarded);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("error.type", e.getClass().getName()).log("clocks cannot be read; trying again");
        }
    }

    private void guarded(long incidentId) {
        try {
            transactions.executeWithoutResult(_ -> warn(incidentId));
        } catch (DataAccessException | TransactionException e) {
            LOG.atError()
                    .addKeyValue("incident.id", incidentId)
                    .addKeyValue("error.type", e.getClass().getName())
                    .log("a warning of a legal clock could not be given; trying again");
        }
    }

    private void warn(long incidentId) {
        Optional<Incident> incident =
                store.lock(incidentId) ? incidents.find(incidentId, Reader.EVERYTHING) : Optional.empty();
        if (incident.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        ClockFile file = store.file(incidentId);
        for (ClockFile.Pending pending : file.pending(now)) {
            String id = pending.clock().id();
            int percent = pending.warning().percent();
            file = file.warned(id, percent, now);
            trail.write(
                    incident.get(),
                    new ClockFile.Step(
                            file,
                            List.of(new ClockChange(
                                    id,
                                    ClockChange.Kind.WARNED,
                                    pending.warning().at(),
                                    pending.clock().due()))),
                    null,
                    percent + " %");
            events.publishEvent(new ClockWarning(
                    incidentId,
                    incident.get().number(),
                    incident.get().organizationIds(),
                    id,
                    percent,
                    pending.clock().due(),
                    settings.heardBy(percent)));
        }
    }
}
