package vn.chieng.api.evidence;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;

/** What must not be touched: legal holds, and requests to freeze a system. */
@Component
final class Preservation {
    private final LockerStore store;
    private final IncidentRegister incidents;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Preservation(
            LockerStore store,
            IncidentRegister incidents,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Places a hold. */
    public LockerOutcome hold(long incidentId, String reason, SignedIn by) {
        if (Locker.isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        return within(incidentId, by, incident -> {
            var hold = new LockerStore.Hold(reason.strip(), clock.instant(), by.displayName());
            if (!store.place(incidentId, hold)) {
                return new LockerOutcome.Refused("held");
            }
            trace(incident, EvidenceItem.Step.HELD, reason, by);
            record(LockerAction.HELD, incident, reason, Map.of(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Lifts it, unless the time of a request to freeze still runs. */
    public LockerOutcome release(long incidentId, String reason, SignedIn by) {
        if (Locker.isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        return within(incidentId, by, incident -> {
            boolean frozen = store.requests(incidentId).stream()
                    .anyMatch(request -> request.until().isAfter(clock.instant()));
            if (frozen) {
                return new LockerOutcome.Refused("frozen");
            }
            if (!store.lift(incidentId)) {
                return new LockerOutcome.Refused("not-held");
            }
            trace(incident, EvidenceItem.Step.RELEASED, reason, by);
            record(LockerAction.RELEASED, incident, reason, Map.of(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Records a request to freeze, which places a hold where there is none. */
    public LockerOutcome freeze(long incidentId, FreezeRequest request, SignedIn by) {
        return within(incidentId, by, incident -> {
            store.add(incidentId, request);
            if (store.place(incidentId, new LockerStore.Hold(request.reason(), clock.instant(), by.displayName()))) {
                trace(incident, EvidenceItem.Step.HELD, request.reason(), by);
            }
            record(
                    LockerAction.FREEZE_REQUESTED,
                    incident,
                    request.reason(),
                    Map.of("scope", request.scope(), "until", request.until().toString()),
                    by);
            return new LockerOutcome.Done();
        });
    }

    /** Tells it in the chain of custody of each file that is still there. */
    private void trace(Incident incident, EvidenceItem.Step step, String reason, SignedIn by) {
        store.of(incident.id()).stream()
                .filter(item -> item.disposedAt() == null)
                .forEach(item -> store.step(
                        item.id(),
                        new EvidenceItem.CustodyStep(
                                clock.instant(), by.displayName(), step, reason.strip(), item.sha256())));
    }

    private LockerOutcome within(long incidentId, SignedIn by, Function<Incident, LockerOutcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            store.lock(incidentId);
            Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
            return incident.map(change).orElseGet(LockerOutcome.Unknown::new);
        }));
    }

    private void record(LockerAction action, Incident incident, String reason, Map<String, Object> after, SignedIn by) {
        audit.record(
                by,
                AuditRecord.of(
                                action,
                                "incident",
                                Long.toString(incident.id()),
                                incident.number(),
                                Set.copyOf(incident.organizationIds()))
                        .changed(Map.of(), new LinkedHashMap<>(after))
                        .because(reason));
    }
}
