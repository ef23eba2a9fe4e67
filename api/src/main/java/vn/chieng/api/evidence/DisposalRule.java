package vn.chieng.api.evidence;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;

/** Decides without I/O whether a file of the locker may be disposed of. */
final class DisposalRule {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Period retention;

    DisposalRule(Period retention) {
        this.retention = retention;
    }

    /**
     * What is known when it is asked.
     *
     * @param held whether a legal hold stands
     * @param requests the register of freeze requests
     * @param blocked whether something of the incident is still owed, such as the sending of a report
     */
    record Circumstances(Incident incident, boolean held, List<FreezeRequest> requests, boolean blocked, Instant now) {
        Circumstances {
            requests = List.copyOf(requests);
        }
    }

    /** A word for what forbids it; empty where nothing does. */
    Optional<String> forbidden(EvidenceItem item, Circumstances now) {
        if (item.disposedAt() != null) {
            return Optional.of("disposed");
        }
        if (now.held()) {
            return Optional.of("under-hold");
        }
        if (now.requests().stream().anyMatch(request -> request.until().isAfter(now.now()))) {
            return Optional.of("frozen");
        }
        IncidentState state = now.incident().state();
        if (state != IncidentState.CLOSED && state != IncidentState.DISMISSED) {
            return Optional.of("open");
        }
        if (now.blocked()) {
            return Optional.of("owed");
        }
        return keptUntil(item, now.incident()).isAfter(now.now()) ? Optional.of("early") : Optional.empty();
    }

    /** When its time is over: counted from when it was put in or the incident last changed, whichever came later. */
    Instant keptUntil(EvidenceItem item, Incident incident) {
        Instant from = item.addedAt().isAfter(incident.changedAt()) ? item.addedAt() : incident.changedAt();
        return from.atOffset(VIETNAM).plus(retention).toInstant();
    }
}
