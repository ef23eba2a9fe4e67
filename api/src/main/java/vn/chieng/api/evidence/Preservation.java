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
            record(LockerAction.HELD, incident, reason, Map.of(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Lifts it. */
    public LockerOutcome release(long incidentId, String reason, SignedIn by) {
        if (Locker.isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        return within(incidentId, by, incident -> {
            if (!store.lift(incidentId)) {
                return new LockerOutcome.Refused("not-held");
            }
            record(LockerAction.RELEASED, incident, reason, Map.of(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Records a request to freeze. */
    public LockerOutcome freeze(long incidentId, FreezeRequest request, SignedIn by) {
        return within(incidentId, by, incident -> {
            store.add(incidentId, request);
            record(
                    LockerAction.FREEZE_REQUESTED,
                    incident,
                    request.reason(),
                    Map.of("scope", request.scope(), "until", request.until().toString()),
                    by);
            return new LockerOutcome.Done();
        });
    }

    private LockerOutcome within(long incidentId, SignedIn by, Function<Incident, LockerOutcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
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
